import type { ReactNode } from "react";

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

interface FactsProps {
  readonly facts: readonly Fact[];
  /** `wide`: side by side over the page; `list`: one under the other. */
  readonly layout?: "wide" | "list";
}

/** Facts by name. */
export function Facts({ facts, layout = "list" }: FactsProps) {
  const wide = layout === "wide";
  return (
    <dl className={wide ? "grid grid-cols-2 gap-x-6 gap-y-3 rail:grid-cols-4" : "grid content-start gap-y-2"}>
      {facts.map(({ name, value }) => (
        <div key={name} className={wide ? "min-w-0" : "grid min-w-0 grid-cols-[128px_minmax(0,1fr)] gap-x-3"}>
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="min-w-0 text-sm">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
