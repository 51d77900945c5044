import type { Target } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";

export interface ActiveFilter {
  /** As the chip says it, e.g. `Severity: high`. */
  readonly words: string;
  /** The page without it. */
  readonly without: Target;
  /** How many there would be without it. */
  readonly count: number;
}

interface NoMatchProps {
  readonly title: string;
  readonly active: readonly ActiveFilter[];
}

/** A filter that leaves nothing: which part of it to drop, and what that brings. */
export function NoMatch({ title, active }: NoMatchProps) {
  const helpful = active.filter(({ count }) => count > 0);
  const offered = helpful.length > 0 ? helpful : active;
  return (
    <EmptyState title={title}>
      <ul className="mt-2 grid justify-center gap-1">
        {offered.map(({ words, without, count }) => (
          <li key={words}>
            <AppLink to={without}>Drop “{words}”</AppLink> to see {count}
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
