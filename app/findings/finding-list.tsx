import { FindingGroupPanel } from "@/components/findings/finding-group-panel";
import { groupByCheck } from "@/components/findings/finding-groups";
import { FindingRow } from "@/components/findings/finding-row";
import type { Go, Query } from "@/components/links";
import { ageOf } from "@/lib/model/history";
import type { Finding, Report } from "@/lib/model/report";
import { loadChecks } from "@/lib/server/checks";
import { loadHistory } from "@/lib/server/history";
import { loadPolicyView } from "@/lib/server/policies";

interface FindingListProps {
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** The id of the finding that is open. */
  readonly opened: string | undefined;
  /** The page's filters, which opening and closing keep. */
  readonly here: Query;
  readonly go: Go;
}

/** Findings by check. */
export async function FindingList({ report, findings, opened, here, go }: FindingListProps) {
  const checks = await loadChecks();
  const shown = findings.find(({ findingId }) => findingId === opened);
  const age = shown && ageOf(shown, await loadHistory(report.scan, report.scan.set));
  return groupByCheck(findings).map(({ checkId, findings: own }) => (
    <FindingGroupPanel key={checkId} checkId={checkId} checks={checks} count={own.length}>
      {own.map((finding) => {
        const open = finding.findingId === opened;
        return (
          <FindingRow
            key={finding.findingId}
            finding={finding}
            opened={open ? { ...openFinding(report, finding), age } : undefined}
            toggle={go("/findings", { ...here, open: open ? undefined : finding.findingId })}
            go={go}
          />
        );
      })}
    </FindingGroupPanel>
  ));
}

function openFinding(report: Report, { streamArns, cause: { document } }: Finding) {
  const affected = new Set(streamArns);
  const view = document && loadPolicyView(report, document.policyId);
  return { streams: report.streams.filter(({ arn }) => affected.has(arn)), documents: view ? [view] : [] };
}
