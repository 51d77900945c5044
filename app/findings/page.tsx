import type { Metadata } from "next";
import { NoReport } from "@/app/no-report";
import { readPage, textOf } from "@/app/page-input";
import { findingFilterGroups } from "@/components/findings/finding-filters";
import type { Query } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { quietButton } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportLinks } from "@/components/ui/export-links";
import { FilterChips, filterWords } from "@/components/ui/filter-chips";
import { NoMatch } from "@/components/ui/no-match";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { QueryProblems } from "@/components/ui/query-problems";
import { SearchForm } from "@/components/ui/search-form";
import { SetSwitch } from "@/components/ui/set-switch";
import { countOf } from "@/lib/format/count-of";
import { filterFindings, pageFindings, parseFindingFilter } from "@/lib/server/finding-filter";
import { loadLatestReport } from "@/lib/server/reports";
import { FindingList } from "./finding-list";

export const metadata: Metadata = { title: "Findings" };

const pathname = "/findings";

export default async function FindingsPage({ searchParams }: PageProps<"/findings">) {
  const { query, set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  if (!report) return <NoReport />;

  const { filter, problems } = parseFindingFilter(query);
  const { findings, total, page, pages } = pageFindings(report, filter);
  const { page: _page, ...inForce } = filter;
  const groups = findingFilterGroups(report, filter);
  const active = Object.entries(inForce).flatMap(([name, value]) =>
    value === undefined
      ? []
      : {
          words: name === "q" ? `Search: ${value}` : filterWords(groups, name, value),
          without: go(pathname, { ...inForce, [name]: undefined }),
          count: filterFindings(report, { ...filter, [name]: undefined }).length,
        },
  );
  const here: Query = { ...inForce, page: page > 1 ? page : undefined };

  return (
    <div className="grid gap-4">
      <PageHead
        title="Findings"
        lead={`${countOf(total, "finding")}${total < report.findings.length ? ` of ${report.findings.length}` : ""}: a check and one cause of it, over all that it spoils.`}
        actions={
          <>
            <AppLink to={go("/reconcile")} className={quietButton}>
              Reconcile
            </AppLink>
            <AppLink to={go("/waivers/new", inForce)} className={quietButton}>
              Accept these
            </AppLink>
            <SetSwitch shown={report.scan.set} pathname={pathname} query={inForce} />
            <ExportLinks scanId={report.scan.id} query={{ ...inForce, set }} />
          </>
        }
      />
      <QueryProblems problems={problems} />
      <SearchForm
        action={pathname}
        label="Search causes, principals and streams"
        value={filter.q}
        keep={{ ...inForce, set, q: undefined }}
      />
      <FilterChips groups={groups} query={inForce} pathname={pathname} go={go} />
      <FindingList report={report} findings={findings} opened={textOf(query, "open")} here={here} go={go} />
      {total === 0 && (
        <Panel title="No findings">
          {active.length > 0 ? (
            <NoMatch title="No finding fits the filter" active={active} />
          ) : (
            <EmptyState title="Everything passes">
              No check that counts fails, and every fact was read.
            </EmptyState>
          )}
        </Panel>
      )}
      <Pager page={page} pages={pages} to={(next) => go(pathname, { ...inForce, page: next })} />
    </div>
  );
}
