import { faceOf } from "@/components/duties/principal-face";
import { dutyWords } from "@/components/duties/duty-words";
import { streamPath, type Go } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { countOf } from "@/lib/format/count-of";
import type { Duty } from "@/lib/model/duty";
import type { ReportStream } from "@/lib/model/report";

const shownMax = 50;

interface PolicyHoldersProps {
  readonly holders: readonly {
    readonly arn: string;
    readonly duties: readonly Duty[];
    readonly streams: number;
  }[];
  readonly accountId: string;
  readonly go: Go;
}

/** Who holds which duties by a document. */
export function PolicyHolders({ holders, accountId, go }: PolicyHoldersProps) {
  if (holders.length === 0)
    return <p className="text-sm text-muted">Nobody holds a duty by it, account administrators aside.</p>;
  return (
    <ul className="grid gap-1.5 text-sm">
      {holders.slice(0, shownMax).map(({ arn, duties, streams }) => (
        <li key={arn} title={arn}>
          <AppLink to={go("/principals/view", { arn })}>
            <AttackerText>{faceOf(arn, accountId).name}</AttackerText>
          </AppLink>
          : {dutyList(duties)} on {countOf(streams, "stream")}
        </li>
      ))}
      {holders.length > shownMax && (
        <li className="text-muted">and {countOf(holders.length - shownMax, "more principal")}</li>
      )}
    </ul>
  );
}

interface PolicyStreamsProps {
  readonly streams: readonly {
    readonly stream: Pick<ReportStream, "arn" | "accountId" | "region" | "name">;
    readonly duties: readonly Duty[];
    readonly principals: number;
  }[];
  readonly go: Go;
}

/** Which streams a document gives duties on. */
export function PolicyStreams({ streams, go }: PolicyStreamsProps) {
  return (
    <ul className="grid gap-1.5 text-sm">
      {streams.slice(0, shownMax).map(({ stream, duties, principals }) => (
        <li key={stream.arn} title={stream.arn}>
          <AppLink to={go(streamPath(stream), { tab: "who" })}>
            <AttackerText>{stream.name}</AttackerText>
          </AppLink>
          : {dutyList(duties)}, held by {countOf(principals, "principal")}
        </li>
      ))}
      {streams.length > shownMax && (
        <li className="text-muted">and {countOf(streams.length - shownMax, "more stream")}</li>
      )}
    </ul>
  );
}

function dutyList(duties: readonly Duty[]): string {
  return duties.map((duty) => dutyWords[duty].name.toLowerCase()).join(", ");
}
