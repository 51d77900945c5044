import { textOf, type PageQuery } from "@/app/page-input";
import type { CellPlace } from "@/components/duties/duty-matrix";
import {
  filterRows,
  holdsGroup,
  parseWhoFilter,
  whoFilterGroups,
  type WhoFilter,
} from "@/components/duties/who-filter";
import type { WhoRow } from "@/components/duties/who-rows";
import type { Query, Target } from "@/components/links";
import { filterWords } from "@/components/ui/filter-chips";
import type { ActiveFilter } from "@/components/ui/no-match";
import { duties } from "@/lib/model/duty";

/** What the address of the tab says: which rows, and which cell is open. */
export function readWho(query: PageQuery): {
  readonly filter: WhoFilter;
  readonly place: CellPlace | undefined;
} {
  const principal = textOf(query, "principal");
  const duty = duties.find((known) => known === textOf(query, "duty"));
  return {
    filter: parseWhoFilter((parameter) => textOf(query, parameter)),
    place: principal !== undefined && duty ? { principal, duty } : undefined,
  };
}

export function toWhoQuery(filter: WhoFilter): Query {
  return { tab: "who", ...filter };
}

const narrowing = ["q", "kind", "only", "holds"] as const;

/** What narrows the rows, and how many there would be without each. */
export function activeWhoFilters(
  rows: readonly WhoRow[],
  filter: WhoFilter,
  to: (filter: WhoFilter) => Target,
): ActiveFilter[] {
  return narrowing.flatMap((name) => {
    const value = filter[name];
    if (value === undefined) return [];
    const rest = { ...filter, [name]: undefined };
    const words =
      name === "q"
        ? `Search: ${value}`
        : filterWords([...whoFilterGroups, ...holdsGroup(filter.holds)], name, value);
    return [{ words, without: to(rest), count: filterRows(rows, rest).length }];
  });
}
