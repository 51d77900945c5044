import { useId, type ReactNode } from "react";

interface PanelProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Beside the title: a count, a link, an export. */
  readonly aside?: ReactNode;
  readonly level?: 2 | 3;
  /** For what brings its own padding, a table for one. */
  readonly flush?: boolean;
  readonly id?: string;
}

/** A titled part of a page. */
export function Panel({ title, children, aside, level = 2, flush = false, id }: PanelProps) {
  const titleId = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className="min-w-0 overflow-clip rounded-md border border-line bg-surface"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2.5">
        <Heading id={titleId} className="font-semibold">
          {title}
        </Heading>
        {aside !== undefined && <div className="text-sm text-muted">{aside}</div>}
      </div>
      <div className={flush ? "" : "p-4"}>{children}</div>
    </section>
  );
}
