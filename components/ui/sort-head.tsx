import type { Target } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";

interface SortHeadProps {
  readonly name: string;
  readonly sorted: "asc" | "desc" | undefined;
  readonly to: Target;
}

const ariaSort = { asc: "ascending", desc: "descending" } as const;

/** The head of a column by which the rows can be sorted; following it again turns the order round. */
export function SortHead({ name, sorted, to }: SortHeadProps) {
  return (
    <th scope="col" aria-sort={sorted && ariaSort[sorted]}>
      <AppLink to={to} keepScroll className="inline-flex min-h-[24px] items-center gap-1 hover:text-ink">
        {name}
        <span aria-hidden="true" className="w-2">
          {sorted === "asc" && "↑"}
          {sorted === "desc" && "↓"}
        </span>
      </AppLink>
    </th>
  );
}
