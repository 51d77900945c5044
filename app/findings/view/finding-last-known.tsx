import { streamPath, type Go } from "@/components/links";
import { LastKnownFacts } from "@/components/stream/last-known-facts";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import type { Finding, Report } from "@/lib/model/report";
import { loadEarlierStream } from "@/lib/server/last-known";

/** The page of a stream shows the same of each other one. */
const shownMax = 10;

interface FindingLastKnownProps {
  readonly report: Report;
  readonly finding: Finding;
  readonly go: Go;
}

/** Where a check could not be answered: what the scan before read of the streams. */
export async function FindingLastKnown({ report, finding, go }: FindingLastKnownProps) {
  if (finding.status !== "unknown") return null;
  const named = new Set(finding.streamArns.slice(0, shownMax));
  const streams = report.streams.filter(({ arn }) => named.has(arn));
  return Promise.all(
    streams.map(async (stream) => (
      <LastKnownFacts
        key={stream.arn}
        stream={stream}
        reportKey={report.keys.find(({ arn }) => arn === stream.facts.keyArn)}
        earlier={await loadEarlierStream(report, stream)}
        gaps={stream.verdicts.find(({ checkId }) => checkId === finding.checkId)?.gaps ?? []}
        go={go}
      >
        <AppLink to={go(streamPath(stream), { check: finding.checkId })}>
          <AttackerText>{stream.name}</AttackerText>
        </AppLink>
      </LastKnownFacts>
    )),
  );
}
