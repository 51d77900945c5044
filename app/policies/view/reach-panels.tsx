import type { Go } from "@/components/links";
import { PolicyHolders, PolicyStreams } from "@/components/policy/policy-holders";
import { StatementReachList } from "@/components/policy/statement-reach";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import type { Report, ReportPolicy } from "@/lib/model/report";
import { loadPolicyReach } from "@/lib/server/policy-reach";

interface ReachPanelsProps {
  readonly report: Report;
  readonly policy: ReportPolicy;
  readonly go: Go;
}

/** What a document does to the streams of the scan; a trust policy does nothing to them by itself. */
export function ReachPanels({ report, policy, go }: ReachPanelsProps) {
  if (policy.kind === "trust" || policy.problem !== undefined) return null;
  const { statements, holders, streams } = loadPolicyReach(report, policy);
  return (
    <>
      <Panel title="What its statements reach">
        <StatementReachList
          policyId={policy.id}
          statements={statements}
          streamsInAll={report.streams.length}
          go={go}
        />
      </Panel>
      <Panel
        title="Who holds a duty by it"
        aside={holders.length > 0 && countOf(holders.length, "principal")}
      >
        <PolicyHolders holders={holders} accountId={report.scan.accountId} go={go} />
      </Panel>
      {streams.length > 0 && (
        <Panel title="On which streams" aside={countOf(streams.length, "stream")}>
          <PolicyStreams streams={streams} go={go} />
        </Panel>
      )}
    </>
  );
}
