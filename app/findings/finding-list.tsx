import { FindingGroupPanel } from "@/components/findings/finding-group-panel";
import { groupByCheck } from "@/components/findings/finding-groups";
import { FindingRow } from "@/components/findings/finding-row";
import type { Go, Query } from "@/components/links";
import type { Finding, Report } from "@/lib/model/report";
import { loadChecks } from "@/lib/server/checks";
import { openFinding } from "@/lib/server/findings";

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
  const body = shown && (await openFinding(report, shown));
  return groupByCheck(findings).map(({ checkId, findings: own }) => (
    <FindingGroupPanel key={checkId} checkId={checkId} checks={checks} count={own.length}>
      {own.map((finding) => {
        const open = finding.findingId === opened;
        return (
          <FindingRow
            key={finding.findingId}
            finding={finding}
            opened={open ? body : undefined}
            toggle={go("/findings", { ...here, open: open ? undefined : finding.findingId })}
            go={go}
          />
        );
      })}
    </FindingGroupPanel>
  ));
}
