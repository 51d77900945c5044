import type { Metadata } from "next";
import { NoReport } from "@/app/no-report";
import { pageOf, readPage, textOf } from "@/app/page-input";
import { filterPolicies, policyFilterGroups, type PolicyFilter } from "@/components/policy/policy-filter";
import { policyRows } from "@/components/policy/policy-rows";
import { PolicyTable } from "@/components/policy/policy-table";
import { AppLink } from "@/components/ui/app-link";
import { quietButton } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips, filterWords } from "@/components/ui/filter-chips";
import { NoMatch, type ActiveFilter } from "@/components/ui/no-match";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { SearchForm } from "@/components/ui/search-form";
import { countOf } from "@/lib/format/count-of";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Policies" };

const pathname = "/policies";
export default async function PoliciesPage({ searchParams }: PageProps<"/policies">) {
  const { query, set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  if (!report) return <NoReport />;

  const filter: PolicyFilter = {
    q: textOf(query, "q"),
    account: textOf(query, "account"),
    region: textOf(query, "region"),
    kind: textOf(query, "kind"),
  };
  const groups = policyFilterGroups(report);
  const all = policyRows(report);
  const rows = filterPolicies(all, filter, report);
  const { items, page, pages } = pageOf(rows, query);
  const active = (["q", "account", "region", "kind"] as const).flatMap((name): ActiveFilter[] => {
    const value = filter[name];
    if (value === undefined) return [];
    const rest = { ...filter, [name]: undefined };
    const words = name === "q" ? `Search: ${value}` : filterWords(groups, name, value);
    return [{ words, without: go(pathname, rest), count: filterPolicies(all, rest, report).length }];
  });

  return (
    <div className="grid gap-4">
      <PageHead
        title="Policies"
        lead="Every document that says who may do what: identity, trust, stream, key and endpoint policies."
        actions={
          <AppLink to={go("/policies/try")} className={quietButton}>
            Try a policy
          </AppLink>
        }
      />
      <SearchForm
        action={pathname}
        label="Search names, owners and ARNs"
        value={filter.q}
        keep={{ ...filter, q: undefined, set }}
      />
      <FilterChips groups={groups} query={{ ...filter }} pathname={pathname} go={go} />
      <Panel title={countOf(rows.length, "document")} flush>
        {rows.length > 0 && <PolicyTable rows={items} go={go} />}
        {rows.length === 0 && active.length > 0 && (
          <NoMatch title="No document fits the filter" active={active} />
        )}
        {all.length === 0 && (
          <EmptyState title="No document was read">The scan could read no policy of this account.</EmptyState>
        )}
        <Pager page={page} pages={pages} to={(next) => go(pathname, { ...filter, page: next })} />
      </Panel>
    </div>
  );
}
