import type { StreamVerdict } from "@/lib/model/report";
import type { Gap, Read } from "@/lib/model/observed";
import { heaviest } from "@/lib/model/verdict";
import type { Cause, Severity, Subject, Verdict, VerdictStatus } from "@/lib/model/verdict";
import { remembered } from "@/lib/scoring/remembered";
import type { CheckRow, ScoredCheck } from "@/lib/scoring/scored-check";

/** A verdict of `runChecks`. */
export type VerdictOfCheck = Verdict & { readonly checkId: string };

/** Where a stream stands among the subjects of verdicts. */
export interface StreamPlace {
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  /** As `keySubjectOf` (lib/kinesis) says it; undefined: the stream is not encrypted. */
  readonly keySubject: Subject | undefined;
}

/** One check on one stream: the report's `StreamVerdict` before points, gain and finding ids. */
export type VerdictOnStream = ScoredCheck &
  Omit<StreamVerdict, "severity" | "severityRange" | "status" | "causes" | "points" | "gain"> & {
    readonly causes: readonly Cause[];
  };

type Weight = Pick<VerdictOnStream, "severity" | "severityRange">;

/** A verdict as it stands on a stream when what was accepted there is taken away. */
export type Waive = (verdict: VerdictOfCheck, streamArn: string) => VerdictOfCheck;

/**
 * What one check says of each of the streams, in their order. Several subjects (two endpoints of the Region) count
 * once: it fails if it fails on one of them, at the heaviest severity; else is unknown if one is; else passes
 * if one passes; else is not applicable. The same verdict is told of all that it bears on by the same object.
 *
 * @param verdicts those of the check
 */
export function verdictsOnStreams(
  check: CheckRow,
  verdicts: readonly VerdictOfCheck[],
  streams: readonly StreamPlace[],
  waive?: Waive,
): VerdictOnStream[] {
  const index = indexVerdicts(verdicts);
  const told = new Map<VerdictOfCheck, VerdictOnStream>();
  return streams.map((stream) => {
    if (check.scope === "key" && !stream.keySubject) return notEncrypted(check, stream);
    const judged = findVerdicts(check, stream, index);
    const found = waive ? judged.map((verdict) => waive(verdict, stream.arn)) : judged;
    const [only] = found;
    if (!only) return notJudged(check, stream);
    return found.length === 1
      ? remembered(told, only, () => oneVerdict(check, only))
      : severalVerdicts(check, found);
  });
}

/** The verdicts of a check by their places. */
type VerdictIndex = ReadonlyMap<string, readonly VerdictOfCheck[]>;

function indexVerdicts(verdicts: readonly VerdictOfCheck[]): VerdictIndex {
  const index = new Map<string, VerdictOfCheck[]>();
  for (const verdict of verdicts) remembered(index, placeOf(verdict.subject), () => []).push(verdict);
  return index;
}

function severalVerdicts(check: CheckRow, found: readonly VerdictOfCheck[]): VerdictOnStream {
  const statuses = new Set(found.map(({ status }) => status));
  const status = statusOrder.find((each) => statuses.has(each)) ?? "unknown";
  return {
    ...headOf(check),
    status,
    ...severityOf(check, status, found),
    subjects: found.map(({ subject }) => subject.id),
    evidence: [...new Set(found.map(({ evidence }) => evidence))].join(" "),
    causes: found.flatMap(({ causes }) => causes),
    gaps: found.flatMap(({ gaps }) => gaps),
    reads: distinctReads(found.flatMap(({ reads }) => reads)),
    ...(status === "manual" && { boundTo: found.flatMap(({ boundTo = [] }) => boundTo) }),
  };
}

/**
 * Nearly every verdict on a stream is one check's of one subject. A large account has many hundred thousand of them, so
 * that the object is written in one piece, which costs a tenth of spreading it together.
 */
function oneVerdict(check: CheckRow, verdict: VerdictOfCheck): VerdictOnStream {
  const { status, subject, evidence, causes, gaps, reads, boundTo = [] } = verdict;
  const isOpen = status === "fail" || status === "unknown";
  const onStream = {
    check,
    checkId: check.id,
    scope: check.scope,
    inherited: check.scope !== "stream",
    status,
    severity: isOpen ? verdict.severity : check.severity,
    subjects: [subject.id],
    evidence,
    causes,
    gaps,
    reads: distinctReads(reads),
  };
  if (isOpen && verdict.severityRange) return { ...onStream, ...severityOf(check, status, [verdict]) };
  return status === "manual" ? { ...onStream, boundTo } : onStream;
}

/** Which status decides over several subjects: the first of these that one of them has. */
const statusOrder: readonly VerdictStatus[] = [
  "fail",
  "unknown",
  "waived",
  "pass",
  "manual",
  "not-applicable",
];

/** Where the streams of a Region could not be judged one by one, the Region is the subject. */
function findVerdicts(
  { scope }: CheckRow,
  { arn, accountId, region, keySubject }: StreamPlace,
  index: VerdictIndex,
): readonly VerdictOfCheck[] {
  const own = scope === "key" && keySubject ? keySubject : { scope, accountId, region, id: arn };
  return index.get(placeOf(own)) ?? index.get(placeOf({ scope, accountId, region, id: region })) ?? [];
}

function notEncrypted(check: CheckRow, { arn, accountId, region }: StreamPlace): VerdictOnStream {
  return oneVerdict(check, {
    checkId: check.id,
    subject: { scope: check.scope, accountId, region, id: arn },
    status: "not-applicable",
    severity: check.severity,
    evidence: "The stream is not encrypted.",
    causes: [],
    gaps: [],
    reads: [],
  });
}

/** Verdicts of a wider scope bear on every stream of their Region or account, whatever their subject's id. */
function placeOf({ scope, accountId, region = "", id }: Subject): string {
  if (scope === "account") return accountId;
  return scope === "stream" || scope === "key" ? `${accountId} ${region} ${id}` : `${accountId} ${region}`;
}

function headOf(check: CheckRow) {
  return { check, checkId: check.id, scope: check.scope, inherited: check.scope !== "stream" };
}

/**
 * A proven failure weighs its own severity; a subject whose verdict is unknown may turn out heavier,
 * which only the heavy end of the range says.
 */
function severityOf(check: CheckRow, status: VerdictStatus, found: readonly VerdictOfCheck[]): Weight {
  const decisive = found.filter((verdict) => verdict.status === status);
  if (status !== "fail" && status !== "unknown") return { severity: check.severity };

  const open = found.filter((verdict) => verdict.status === "fail" || verdict.status === "unknown");
  const severity = heaviestOf(decisive, (verdict) => verdict.severity);
  const range = {
    heaviest: heaviestOf(open, (verdict) => verdict.severityRange?.heaviest ?? verdict.severity),
    lightest: heaviestOf(decisive, (verdict) => verdict.severityRange?.lightest ?? verdict.severity),
  };
  const single = range.heaviest === severity && range.lightest === severity;
  return single ? { severity } : { severity, severityRange: range };
}

function heaviestOf(
  verdicts: readonly VerdictOfCheck[],
  severityOfVerdict: (verdict: VerdictOfCheck) => Severity,
): Severity {
  return heaviest("low", ...verdicts.map(severityOfVerdict));
}

/** A check that says nothing of a stream has not passed on it. */
function notJudged(check: CheckRow, { arn, region }: StreamPlace): VerdictOnStream {
  const evidence = `${check.id} reached no verdict that bears on this stream.`;
  const gap: Gap = {
    action: `weir:${check.id}`,
    reason: "unexpected",
    message: evidence,
    resource: arn,
    region,
  };
  const { severity } = check;
  return {
    ...headOf(check),
    status: "unknown",
    severity,
    subjects: [],
    evidence,
    causes: [],
    gaps: [gap],
    reads: [],
  };
}

function distinctReads(reads: Read[]): Read[] {
  if (reads.length < 2) return reads;
  return [...new Map(reads.map((read) => [`${read.action} ${read.at}`, read])).values()];
}
