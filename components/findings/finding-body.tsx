import { streamPath, type Go } from "@/components/links";
import { CauseDocument, type ShownDocument } from "@/components/report/cause-list";
import { PrincipalList } from "@/components/report/principal-list";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { CopyArn } from "@/components/ui/copy-arn";
import { countOf } from "@/lib/format/count-of";
import { formatUtc } from "@/lib/format/utc-time";
import { scopeWords } from "@/lib/format/words";
import type { FindingAge } from "@/lib/model/history";
import type { Finding, ReportStream } from "@/lib/model/report";
import type { Subject } from "@/lib/model/verdict";

const shownMax = 30;

interface FindingBodyProps {
  readonly finding: Finding;
  /** The streams that it weighs on. */
  readonly streams: readonly ReportStream[];
  readonly documents: readonly ShownDocument[];
  readonly age: FindingAge | undefined;
  /** Nothing can be done about what stands in an earlier scan alone. */
  readonly isNewest: boolean;
  readonly go: Go;
}

/** What a finding opens to: the document, whom it concerns, and where it counts. */
export function FindingBody({ finding, streams, documents, age, isNewest, go }: FindingBodyProps) {
  const { checkId, cause, subjects } = finding;
  return (
    <div className="grid gap-4 border-t border-line bg-canvas px-4 py-3">
      {(cause.principals?.length ?? 0) > 0 && (
        <div>
          <h3 className="text-sm font-medium text-muted">
            {countOf(cause.principals?.length ?? 0, "principal")}
          </h3>
          <PrincipalList principals={cause.principals ?? []} go={go} />
        </div>
      )}
      <CauseDocument cause={cause} documents={documents} go={go} />
      <Subjects subjects={subjects} />
      {streams.length > 0 && (
        <div>
          <h3 className="text-sm font-medium text-muted">{countOf(streams.length, "stream")} affected</h3>
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {streams.slice(0, shownMax).map((stream) => (
              <li key={stream.arn}>
                <AppLink to={go(streamPath(stream), { check: checkId })}>
                  <AttackerText>{stream.name}</AttackerText>
                </AppLink>{" "}
                <span className="text-sm text-muted">{stream.region}</span>
              </li>
            ))}
          </ul>
          {streams.length > shownMax && (
            <p className="mt-1 text-sm">
              <AppLink
                to={go("/streams", {
                  check: checkId,
                  status: finding.status === "unknown" ? "unknown" : "fail",
                })}
              >
                {countOf(streams.length - shownMax, "more stream")}
              </AppLink>
            </p>
          )}
        </div>
      )}
      {age && <Age age={age} />}
      {isNewest && <Acceptance finding={finding} go={go} />}
      <p className="flex flex-wrap gap-x-4 text-sm text-muted">
        <AppLink to={go("/findings/view", { id: finding.findingId })}>Link to this finding</AppLink>
        <AppLink to={go("/checklist", {}, checkId)}>{checkId}: why it matters and how to fix it</AppLink>
      </p>
    </div>
  );
}

/** Since when it stands, as far as the scans that are kept can tell. */
function Age({ age: { failingSince, firstSeenAt, scans } }: { readonly age: FindingAge }) {
  return (
    <p className="text-sm text-muted">
      {scans > 1
        ? `Stands since ${formatUtc(failingSince)}, in ${scans} scans in a row.`
        : `First stands so in the scan of ${formatUtc(failingSince)}.`}
      {firstSeenAt < failingSince && ` It was seen before, first on ${formatUtc(firstSeenAt)}.`}
    </p>
  );
}

/** By whom it is accepted, or the way to accept it. */
function Acceptance({
  finding: { findingId, status, waiver },
  go,
}: Pick<FindingBodyProps, "finding" | "go">) {
  if (waiver)
    return (
      <p className="text-sm">
        Accepted by <span className="font-medium">{waiver.owner}</span> until {waiver.expiresOn}
        {waiver.streamArns && `, on ${countOf(waiver.streamArns.length, "stream")} alone`}: {waiver.reason}{" "}
        <AppLink to={go("/waivers")}>All waivers</AppLink>
      </p>
    );
  if (status !== "fail") return null;
  return (
    <p className="flex flex-wrap gap-x-4 text-sm">
      <AppLink to={go("/findings/fix", { id: findingId })}>Fix it, and see what that would change</AppLink>
      <AppLink to={go("/waivers/new", { finding: findingId })}>Accept this finding until a day</AppLink>
    </p>
  );
}

/** What the verdict is about, where that is not the streams themselves. */
function Subjects({ subjects }: { readonly subjects: readonly Subject[] }) {
  const others = subjects.filter(({ scope }) => scope !== "stream");
  if (others.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm font-medium text-muted">Judged on</h3>
      <ul className="mt-1 grid gap-0.5 text-sm">
        {others.slice(0, shownMax).map(({ scope, id }) => (
          <li key={id}>
            {scopeWords[scope]} <CopyArn text={id} lengthMax={72} />
          </li>
        ))}
      </ul>
    </div>
  );
}
