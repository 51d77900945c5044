import type { Metadata } from "next";
import { NoReport } from "@/app/no-report";
import { pageOf, readPage, textOf } from "@/app/page-input";
import { requestTime } from "@/app/request-time";
import type { Go } from "@/components/links";
import {
  filterPrincipals,
  principalFilterGroups,
  type PrincipalFilter,
} from "@/components/principals/principal-filter";
import { principalRows } from "@/components/principals/principal-rows";
import { PrincipalTable, type PrincipalRow } from "@/components/principals/principal-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips, filterWords, type FilterGroup } from "@/components/ui/filter-chips";
import { NoMatch, type ActiveFilter } from "@/components/ui/no-match";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { SearchForm } from "@/components/ui/search-form";
import { countOf } from "@/lib/format/count-of";
import { reachByPrincipal } from "@/lib/server/principal-reach";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Principals" };

const pathname = "/principals";

export default async function PrincipalsPage({ searchParams }: PageProps<"/principals">) {
  const { query, set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  if (!report) return <NoReport />;

  const filter: PrincipalFilter = {
    q: textOf(query, "q"),
    account: textOf(query, "account"),
    kind: textOf(query, "kind"),
    holds: textOf(query, "holds"),
  };
  const groups = principalFilterGroups(report);
  const all = principalRows(report, reachByPrincipal(report));
  const rows = filterPrincipals(all, filter);
  const { items, page, pages } = pageOf(rows, query);
  const active = rows.length === 0 ? activeFilters(all, filter, { groups, go }) : [];

  return (
    <div className="grid gap-4">
      <PageHead
        title="Principals"
        lead="The users, groups and roles of the account, and whom its policies name from elsewhere: what each can do to streams."
      />
      <SearchForm
        action={pathname}
        label="Search names and ARNs"
        value={filter.q}
        keep={{ ...filter, q: undefined, set }}
      />
      <FilterChips groups={groups} query={{ ...filter }} pathname={pathname} go={go} />
      <Panel title={countOf(rows.length, "principal")} flush>
        {rows.length > 0 && <PrincipalTable rows={items} now={requestTime()} go={go} />}
        {rows.length === 0 && active.length > 0 && (
          <NoMatch title="No principal fits the filter" active={active} />
        )}
        {all.length === 0 && (
          <EmptyState title="No principal was read">The scan could not list users and roles.</EmptyState>
        )}
        <Pager page={page} pages={pages} to={(next) => go(pathname, { ...filter, page: next })} />
      </Panel>
    </div>
  );
}

/** What narrows the list, and what there would be without each. */
function activeFilters(
  all: readonly PrincipalRow[],
  filter: PrincipalFilter,
  { groups, go }: { readonly groups: readonly FilterGroup[]; readonly go: Go },
): ActiveFilter[] {
  return (["q", "account", "kind", "holds"] as const).flatMap((name) => {
    const value = filter[name];
    if (value === undefined) return [];
    const rest = { ...filter, [name]: undefined };
    const words = name === "q" ? `Search: ${value}` : filterWords(groups, name, value);
    return [{ words, without: go(pathname, rest), count: filterPrincipals(all, rest).length }];
  });
}
