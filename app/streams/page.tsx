import type { Metadata } from "next";
import { NoReport } from "@/app/no-report";
import { pageOf, readPage } from "@/app/page-input";
import { areasOf } from "@/components/report/areas-of";
import { streamFilterGroups } from "@/components/streams/stream-filters";
import { StreamTable } from "@/components/streams/stream-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportLinks } from "@/components/ui/export-links";
import { FilterChips } from "@/components/ui/filter-chips";
import { NoMatch } from "@/components/ui/no-match";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { QueryProblems } from "@/components/ui/query-problems";
import { SearchForm } from "@/components/ui/search-form";
import { SetSwitch } from "@/components/ui/set-switch";
import { countOf } from "@/lib/format/count-of";
import { loadLatestReport } from "@/lib/server/reports";
import { filterStreams, parseStreamFilter } from "@/lib/server/stream-filter";
import { activeStreamFilters, streamOrder, toStreamQuery } from "./stream-query";

export const metadata: Metadata = { title: "Streams" };

const pathname = "/streams";

export default async function StreamsPage({ searchParams }: PageProps<"/streams">) {
  const { query, set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  if (!report) return <NoReport />;

  const { filter, problems } = parseStreamFilter(query);
  const streams = filterStreams(report, filter);
  const { items, page, pages } = pageOf(streams, query);
  const inForce = toStreamQuery(filter);
  const groups = streamFilterGroups(report, filter.check);
  const active = streams.length === 0 ? activeStreamFilters(report, filter, groups, go) : [];

  return (
    <div className="grid gap-4">
      <PageHead
        title="Streams"
        actions={
          <>
            <SetSwitch shown={report.scan.set} pathname={pathname} query={inForce} />
            <ExportLinks scanId={report.scan.id} query={{ view: "streams", ...inForce, set }} />
          </>
        }
      />
      <QueryProblems problems={problems} />
      <SearchForm
        action={pathname}
        label="Search names, ARNs and tags"
        value={filter.q}
        keep={{ ...inForce, set, q: undefined }}
      />
      <FilterChips groups={groups} query={inForce} pathname={pathname} go={go} />
      <Panel
        title={countOf(streams.length, "stream")}
        aside={streams.length < report.streams.length && `of ${report.streams.length}`}
        flush
      >
        {streams.length > 0 && (
          <StreamTable
            streams={items}
            keys={report.keys}
            administrators={report.administrators}
            areas={areasOf(report)}
            order={streamOrder(filter, go)}
            go={go}
          />
        )}
        {streams.length === 0 && active.length > 0 && (
          <NoMatch title="No stream fits the filter" active={active} />
        )}
        {report.streams.length === 0 && (
          <EmptyState title="No stream was found">
            Kinesis lists none in {report.scan.regions.join(", ")}.
          </EmptyState>
        )}
        <Pager page={page} pages={pages} to={(next) => go(pathname, { ...inForce, page: next })} />
      </Panel>
    </div>
  );
}
