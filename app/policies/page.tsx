import type { Metadata } from "next";
import { NoReport } from "@/app/no-report";
import { pageOf, readPage, textOf } from "@/app/page-input";
import { policyRows } from "@/components/policy/policy-rows";
import { PolicyTable } from "@/components/policy/policy-table";
import { AppLink } from "@/components/ui/app-link";
import { quietButton } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips, filterWords, type FilterGroup } from "@/components/ui/filter-chips";
import { NoMatch } from "@/components/ui/no-match";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { SearchForm } from "@/components/ui/search-form";
import { countOf } from "@/lib/format/count-of";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Policies" };

const pathname = "/policies";
const groups: readonly FilterGroup[] = [
  {
    parameter: "kind",
    name: "Kind",
    options: [
      { value: "managed", words: "Managed" },
      { value: "inline", words: "Inline" },
      { value: "trust", words: "Trust" },
      { value: "stream", words: "Stream" },
      { value: "consumer", words: "Consumer" },
      { value: "key", words: "Key" },
      { value: "endpoint", words: "Endpoint" },
    ],
  },
];

export default async function PoliciesPage({ searchParams }: PageProps<"/policies">) {
  const { query, set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  if (!report) return <NoReport />;

  const [q, kind] = [textOf(query, "q"), textOf(query, "kind")];
  const all = policyRows(report);
  const matches = (text: string | undefined, of: string | undefined) =>
    all.filter(
      ({ policy }) =>
        (of === undefined || policy.kind === of) &&
        (text === undefined ||
          [policy.name, policy.id, ...policy.attachedTo].some((part) =>
            part.toLowerCase().includes(text.toLowerCase()),
          )),
    );
  const rows = matches(q, kind);
  const { items, page, pages } = pageOf(rows, query);
  const active = [
    ...(q === undefined
      ? []
      : [{ words: `Search: ${q}`, without: go(pathname, { kind }), count: matches(undefined, kind).length }]),
    ...(kind === undefined
      ? []
      : [
          {
            words: filterWords(groups, "kind", kind),
            without: go(pathname, { q }),
            count: matches(q, undefined).length,
          },
        ]),
  ];

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
      <SearchForm action={pathname} label="Search names, owners and ARNs" value={q} keep={{ kind, set }} />
      <FilterChips groups={groups} query={{ kind, q }} pathname={pathname} go={go} />
      <Panel title={countOf(rows.length, "document")} flush>
        {rows.length > 0 && <PolicyTable rows={items} go={go} />}
        {rows.length === 0 && active.length > 0 && (
          <NoMatch title="No document fits the filter" active={active} />
        )}
        {all.length === 0 && (
          <EmptyState title="No document was read">The scan could read no policy of this account.</EmptyState>
        )}
        <Pager page={page} pages={pages} to={(next) => go(pathname, { q, kind, page: next })} />
      </Panel>
    </div>
  );
}
