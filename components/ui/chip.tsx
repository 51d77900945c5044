import type { ReactNode } from "react";
import type { Target } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";

interface ChipProps {
  readonly to: Target;
  readonly chosen: boolean;
  readonly children: ReactNode;
  readonly count?: number;
}

/** One choice of a filter. It leads to the page with the choice made, or taken back. */
export function Chip({ to, chosen, children, count }: ChipProps) {
  const look = chosen
    ? "border-accent bg-accent text-on-accent"
    : "border-line bg-surface text-ink hover:border-line-strong";
  return (
    <AppLink
      to={to}
      keepScroll
      current={chosen ? "true" : undefined}
      className={`inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-sm whitespace-nowrap ${look}`}
    >
      {children}
      {count !== undefined && <span className={chosen ? "" : "text-muted"}>{count}</span>}
    </AppLink>
  );
}
