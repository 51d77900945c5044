import type { ReactNode } from "react";

interface PageHeadProps {
  readonly title: ReactNode;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of a page: its one first-level heading and what can be done with all of it. */
export function PageHead({ title, lead, actions }: PageHeadProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {lead !== undefined && <p className="mt-1 max-w-[80ch] text-muted">{lead}</p>}
      </div>
      {actions !== undefined && (
        <div className="flex flex-wrap items-center gap-2 screen-only">{actions}</div>
      )}
    </div>
  );
}
