import { requestTime } from "@/app/request-time";
import { canResume } from "@/lib/model/scan";
import { scanTitle, scannedAccounts } from "@/lib/format/account-words";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readPage } from "@/app/page-input";
import { InactiveAccounts } from "@/components/report/inactive-accounts";
import { GapList } from "@/components/report/gap-list";
import { CallTable } from "@/components/scan/call-table";
import { endOf } from "@/components/scan/end-of";
import { FailureNotice } from "@/components/scan/failure-notice";
import { ResumeButton } from "@/components/scan/resume-button";
import { RemoveButton } from "@/components/scan/remove-button";
import { ScanFacts } from "@/components/scan/scan-facts";
import { ScanProgress } from "@/components/scan/scan-progress";
import { scanName } from "@/components/scan/scan-table";
import { AppLink } from "@/components/ui/app-link";
import { quietButton, primaryButton } from "@/components/ui/button-classes";
import { ExportLinks } from "@/components/ui/export-links";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import { notReadTitle } from "@/lib/format/not-read-title";
import type { Report } from "@/lib/model/report";
import { loadReport } from "@/lib/server/reports";
import { loadScan } from "@/lib/server/scans";

export const metadata: Metadata = { title: "Scan" };

export default async function ScanPage({ params, searchParams }: PageProps<"/scans/[scanId]">) {
  const { scanId } = await params;
  const { set, go } = await readPage(searchParams);
  const scan = await loadScan(scanId);
  if (!scan) notFound();
  const report = await loadReport(scanId, set);
  const end = endOf(scan);

  return (
    <div className="grid gap-4">
      <PageHead
        title={scanTitle(scannedAccounts(scan))}
        lead={<AppLink to={go("/scans")}>All scans</AppLink>}
        actions={
          <>
            {report && (
              <>
                <AppLink to={go("/")} className={primaryButton}>
                  Show the results
                </AppLink>
                <AppLink to={go("/findings")} className={quietButton}>
                  {countOf(report.totals.findings, "finding")}
                </AppLink>
                <AppLink to={go("/compare", { to: scanId })} className={quietButton}>
                  Compare
                </AppLink>
                <ExportLinks scanId={scanId} query={{ set }} />
              </>
            )}
            {canResume(scan, requestTime()) && <ResumeButton scanId={scanId} />}
            {scan.status !== "running" && <RemoveButton scanId={scanId} name={scanName(scan)} />}
          </>
        }
      />
      {end && <FailureNotice failure={end} label="How the scan ended" />}
      {scan.status === "running" && (
        <Panel title="Progress">
          <ScanProgress scanId={scanId} />
        </Panel>
      )}
      <Panel title="This scan">
        <ScanFacts scan={scan} resumedAt={report?.scan.resumedAt} />
      </Panel>
      {report && <Read report={report} />}
    </div>
  );
}

function Read({ report: { scan, manifest } }: { readonly report: Report }) {
  return (
    <>
      <Panel
        title={notReadTitle(scan)}
        aside={`${countOf(scan.coverage.known, "fact")} known, ${scan.coverage.unknown} not`}
      >
        {scan.gaps.length === 0 ? (
          <p className="text-muted">Every call was answered.</p>
        ) : (
          <GapList gaps={scan.gaps} />
        )}
        <InactiveAccounts scan={scan} />
      </Panel>
      <Panel title="Calls" aside="none of them writes, none reads records" flush>
        <CallTable calls={scan.calls} />
      </Panel>
      <Panel title="Manifest">
        <dl className="grid gap-2 text-sm">
          {Object.entries(manifest).map(([name, value]) => (
            <div key={name} className="grid gap-x-3 rail:grid-cols-[160px_minmax(0,1fr)]">
              <dt className="text-muted">{manifestWords[name] ?? name}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  );
}

const manifestWords: Readonly<Record<string, string>> = {
  snapshotSha256: "Snapshot, SHA-256",
  reportSha256: "Report, SHA-256",
  rulesVersion: "Rules",
};
