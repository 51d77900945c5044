import type { Go, Query } from "@/components/links";
import type { StreamOrder } from "@/components/streams/stream-table";
import { filterWords, type FilterGroup } from "@/components/ui/filter-chips";
import type { ActiveFilter } from "@/components/ui/no-match";
import type { Report } from "@/lib/model/report";
import { filterStreams, type StreamFilter } from "@/lib/server/stream-filter";

const narrowing = [
  "q",
  "account",
  "region",
  "environment",
  "grade",
  "encryption",
  "status",
  "check",
] as const;

/** The filter as it stands in the address, without what goes without saying. */
export function toStreamQuery({ sort, dir, ...filter }: StreamFilter): Query {
  return { ...filter, sort: sort === "score" ? undefined : sort, dir: dir === "asc" ? undefined : dir };
}

/** What narrows the list, and what there would be without each. */
export function activeStreamFilters(
  report: Report,
  filter: StreamFilter,
  groups: readonly FilterGroup[],
  go: Go,
): ActiveFilter[] {
  return narrowing.flatMap((name) => {
    const value = filter[name];
    if (value === undefined) return [];
    return {
      words: name === "q" ? `Search: ${value}` : filterWords(groups, name, value),
      without: go("/streams", { ...toStreamQuery(filter), [name]: undefined }),
      count: filterStreams(report, { ...filter, [name]: undefined }).length,
    };
  });
}

/** How the list is sorted, and the page sorted by another column, or the other way round. */
export function streamOrder(filter: StreamFilter, go: Go): StreamOrder {
  const { sort, dir } = filter;
  return {
    sort,
    dir,
    to: (next) =>
      go("/streams", {
        ...toStreamQuery(filter),
        sort: next,
        dir: sort === next && dir === "asc" ? "desc" : undefined,
      }),
  };
}
