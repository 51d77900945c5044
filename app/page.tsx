import { accountWords } from "@/lib/format/account-words";
import { accountsIn, sameAccounts } from "@/lib/model/scan-scope";
import { NoReport } from "@/app/no-report";
import { readPage } from "@/app/page-input";
import { AccountTable } from "@/components/overview/account-table";
import { AreaTable } from "@/components/overview/area-table";
import { DutyHeat } from "@/components/overview/duty-heat";
import { FirstFixes } from "@/components/overview/first-fixes";
import { Heat } from "@/components/overview/heat";
import { NotRead } from "@/components/overview/not-read";
import { ScoreFigure } from "@/components/overview/score-figure";
import { Totals } from "@/components/overview/totals";
import { ScoreTrend } from "@/components/history/score-trend";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportLinks } from "@/components/ui/export-links";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { SetSwitch } from "@/components/ui/set-switch";
import { countOf } from "@/lib/format/count-of";
import { loadHistory } from "@/lib/server/history";
import { loadLatestReport } from "@/lib/server/reports";

export default async function OverviewPage({ searchParams }: PageProps<"/">) {
  const { set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  if (!report) return <NoReport />;
  const points = await loadHistory(report.scan, report.scan.set);
  const history = points.filter((point) => sameAccounts(point, report.scan));

  return (
    <div className="grid gap-5">
      <PageHead
        title="Overview"
        actions={
          <>
            <SetSwitch shown={report.scan.set} pathname="/" />
            <ExportLinks scanId={report.scan.id} query={{ set }} />
          </>
        }
      />
      {report.streams.length === 0 ? (
        <Panel title="No data streams">
          <EmptyState title="No stream was found">
            Kinesis lists none in {report.scan.regions.join(", ")}. Scan other Regions if there should be
            some.
          </EmptyState>
        </Panel>
      ) : (
        <>
          <div className="grid gap-5 rail:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
            <ScoreFigure report={report} go={go} />
            <Totals report={report} go={go} />
          </div>
          <div className="grid gap-5 rail:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
            <FirstFixes report={report} go={go} />
            <AreaTable report={report} go={go} />
          </div>
          {history.length > 1 && (
            <Panel
              title="Score over time"
              aside={<AppLink to={go("/compare")}>What changed since the last scan</AppLink>}
            >
              <ScoreTrend
                points={history.map(({ scanId, at, overall }) => ({ scanId, at, score: overall }))}
                label={`Score of ${accountWords(accountsIn(report.scan))} over ${countOf(history.length, "scan")}`}
              />
            </Panel>
          )}
          <AccountTable report={report} go={go} />
          <DutyHeat report={report} go={go} />
          <Heat report={report} go={go} />
        </>
      )}
      <NotRead scan={report.scan} go={go} />
    </div>
  );
}
