import type { DutyChange } from "@/lib/model/comparison";
import type { DutyCell } from "@/lib/model/duty";
import type { Finding, Report, ReportStream, Score } from "@/lib/model/report";

interface StreamChange {
  readonly arn: string;
  readonly name: string;
  readonly before: Score | null;
  readonly after: Score | null;
}

/** What differs between two reports of one account by the same checks. */
export interface Comparison {
  readonly overall: { readonly before: Score | null; readonly after: Score | null };
  /** Streams whose score differs, the largest rise first. */
  readonly streams: readonly StreamChange[];
  /** Findings that fail before, and not after. */
  readonly gone: readonly Finding[];
  /** Findings that fail after, and not before. */
  readonly come: readonly Finding[];
  readonly duties: readonly DutyChange[];
}

export function compareReports(before: Report, after: Report): Comparison {
  const [failing, stillFailing] = [failingIn(before), failingIn(after)];
  const earlier = new Map(before.streams.map((stream) => [stream.arn, stream]));
  const pairs = after.streams.flatMap((stream) => {
    const old = earlier.get(stream.arn);
    return old ? [{ old, stream }] : [];
  });
  return {
    overall: { before: before.overall.score, after: after.overall.score },
    streams: pairs
      .filter(({ old, stream }) => JSON.stringify(old.score) !== JSON.stringify(stream.score))
      .map(({ old, stream }) => ({
        arn: stream.arn,
        name: stream.name,
        before: old.score,
        after: stream.score,
      }))
      .toSorted((one, other) => rise(other) - rise(one)),
    gone: [...failing.values()].filter(({ findingId }) => !stillFailing.has(findingId)),
    come: [...stillFailing.values()].filter(({ findingId }) => !failing.has(findingId)),
    duties: pairs.flatMap(({ old, stream }) => dutyChanges(old, stream)),
  };
}

function failingIn({ findings }: Report): ReadonlyMap<string, Finding> {
  return new Map(
    findings.filter(({ status }) => status === "fail").map((finding) => [finding.findingId, finding]),
  );
}

function rise({ before, after }: StreamChange): number {
  return (after?.worst ?? 0) - (before?.worst ?? 0);
}

/** Who can do something on a stream no longer, and who can now. */
export function dutyChanges(before: ReportStream, after: ReportStream): DutyChange[] {
  return changed("lost", before, after).concat(changed("gained", after, before));
}

/** The cells of one that the other does not have. */
function changed(change: DutyChange["change"], one: ReportStream, other: ReportStream): DutyChange[] {
  const has = new Set(other.duties.map(idOf));
  return one.duties
    .filter((cell) => !has.has(idOf(cell)))
    .map(({ principal, duty }) => ({ change, streamArn: one.arn, name: one.name, principal, duty }));
}

function idOf({ principal, duty }: DutyCell): string {
  return `${principal} ${duty}`;
}
