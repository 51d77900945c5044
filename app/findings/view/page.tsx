import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoReport } from "@/app/no-report";
import { readPage, textOf } from "@/app/page-input";
import { titleOf } from "@/components/check-info";
import { FindingBody } from "@/components/findings/finding-body";
import type { Go } from "@/components/links";
import { StatusMark } from "@/components/status/status-mark";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportLinks } from "@/components/ui/export-links";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { formatUtc } from "@/lib/format/utc-time";
import { loadChecks } from "@/lib/server/checks";
import { type FindingView, loadFinding, openFinding } from "@/lib/server/findings";
import { loadLatestReport } from "@/lib/server/reports";
import { FindingLastKnown } from "./finding-last-known";

export const metadata: Metadata = { title: "Finding" };

/** The address of a finding, for as long as a scan that shows it is kept. */
export default async function FindingPage({ searchParams }: PageProps<"/findings/view">) {
  const { query, set, go } = await readPage(searchParams);
  if (!(await loadLatestReport(set))) return <NoReport />;
  const id = textOf(query, "id") ?? "";
  const view = await loadFinding(id, { scanId: textOf(query, "scan"), set });
  if (!view) notFound();
  return view.kind === "found" ? (
    <Found view={view} go={go} />
  ) : (
    <div className="grid gap-4">
      <PageHead title="A finding of an earlier scan" />
      <Panel title="Not in the newest scan">
        <EmptyState title={`The scan of ${formatUtc(view.newest.scan.finishedAt)} does not show it`}>
          It was fixed, or nobody looked there.{" "}
          <AppLink to={go("/findings/view", { id, scan: view.lastSeen.scanId })}>
            As it stood on {formatUtc(view.lastSeen.at)}
          </AppLink>
          , or{" "}
          <AppLink to={go("/compare", { from: view.lastSeen.scanId, to: view.newest.scan.id })}>
            what changed since
          </AppLink>
          .
        </EmptyState>
      </Panel>
    </div>
  );
}

interface FoundProps {
  readonly view: Extract<FindingView, { kind: "found" }>;
  readonly go: Go;
}

async function Found({ view: { report, finding, isNewest }, go }: FoundProps) {
  const { findingId, checkId, status, severity, cause } = finding;
  const { scan } = report;
  const [checks, opened] = await Promise.all([loadChecks(), openFinding(report, finding)]);
  return (
    <div className="grid gap-4">
      <PageHead
        title={titleOf(checks, checkId)}
        lead={
          <>
            <AppLink to={go("/findings", { check: checkId })}>{checkId}</AppLink>, in the scan of{" "}
            {formatUtc(scan.finishedAt)}
            {!isNewest && (
              <>
                , which is not the newest.{" "}
                <AppLink to={go("/findings/view", { id: findingId })}>As it stands now</AppLink>
              </>
            )}
          </>
        }
        actions={<ExportLinks scanId={scan.id} query={{ q: findingId, set: scan.set }} />}
      />
      <Panel title="What is so" flush>
        <p className="flex flex-wrap items-baseline gap-x-3 px-4 py-3">
          <StatusMark status={status} severity={severity} />
          <AttackerText>{cause.label}</AttackerText>
        </p>
        <FindingBody finding={finding} {...opened} isNewest={isNewest} go={go} />
      </Panel>
      <FindingLastKnown report={report} finding={finding} go={go} />
    </div>
  );
}
