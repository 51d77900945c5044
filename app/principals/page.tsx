import type { Metadata } from "next";
import { NoReport } from "@/app/no-report";
import { pageOf, readPage, textOf } from "@/app/page-input";
import { requestTime } from "@/app/request-time";
import { principalRows } from "@/components/principals/principal-rows";
import { PrincipalTable } from "@/components/principals/principal-table";
import { EmptyState } from "@/components/ui/empty-state";
import { NoMatch } from "@/components/ui/no-match";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { SearchForm } from "@/components/ui/search-form";
import { countOf } from "@/lib/format/count-of";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Principals" };

const pathname = "/principals";

export default async function PrincipalsPage({ searchParams }: PageProps<"/principals">) {
  const { query, set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  if (!report) return <NoReport />;

  const q = textOf(query, "q");
  const all = principalRows(report);
  const rows =
    q === undefined
      ? all
      : all.filter(({ principal }) => principal.arn.toLowerCase().includes(q.toLowerCase()));
  const { items, page, pages } = pageOf(rows, query);

  return (
    <div className="grid gap-4">
      <PageHead
        title="Principals"
        lead="The users, groups and roles of the account, with what was found about them."
      />
      <SearchForm action={pathname} label="Search names and ARNs" value={q} keep={{ set }} />
      <Panel title={countOf(rows.length, "principal")} flush>
        {rows.length > 0 && <PrincipalTable rows={items} now={requestTime()} go={go} />}
        {rows.length === 0 && q !== undefined && (
          <NoMatch
            title="No principal fits the search"
            active={[{ words: `Search: ${q}`, without: go(pathname), count: all.length }]}
          />
        )}
        {all.length === 0 && q === undefined && (
          <EmptyState title="No principal was read">The scan could not list users and roles.</EmptyState>
        )}
        <Pager page={page} pages={pages} to={(next) => go(pathname, { q, page: next })} />
      </Panel>
    </div>
  );
}
