import type { StreamVerdict } from "@/lib/model/report";
import type { Gap, Read } from "@/lib/model/observed";
import { heaviest } from "@/lib/model/verdict";
import type { Cause, Severity, Subject, Verdict, VerdictStatus } from "@/lib/model/verdict";
import type { CheckRow, ScoredCheck } from "@/lib/scoring/scored-check";

/** A verdict of `runChecks`. */
export type VerdictOfCheck = Verdict & { readonly checkId: string };

/** Where a stream stands among the subjects of verdicts. */
export interface StreamPlace {
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  /** As `keySubjectOf` (lib/checks) says it; undefined: the stream is not encrypted. */
  readonly keySubject: Subject | undefined;
}

/** One check on one stream: the report's `StreamVerdict` before points, gain and finding ids. */
export type VerdictOnStream = ScoredCheck &
  Omit<StreamVerdict, "severity" | "severityRange" | "status" | "causes" | "points" | "gain"> & {
    readonly causes: readonly Cause[];
  };

type Weight = Pick<VerdictOnStream, "severity" | "severityRange">;

/** Finds the verdicts that bear on a stream without walking all of them. */
export type VerdictIndex = ReadonlyMap<string, readonly VerdictOfCheck[]>;

export function indexVerdicts(verdicts: readonly VerdictOfCheck[]): VerdictIndex {
  const index = new Map<string, VerdictOfCheck[]>();
  for (const verdict of verdicts) {
    const place = placeOf(verdict.checkId, verdict.subject);
    const there = index.get(place);
    if (there) there.push(verdict);
    else index.set(place, [verdict]);
  }
  return index;
}

/** A verdict as it stands on a stream when what was accepted there is taken away. */
export type Waive = (verdict: VerdictOfCheck, streamArn: string) => VerdictOfCheck;

/**
 * What one check says of one stream. Several subjects (two endpoints of the Region) count once: it
 * fails if it fails on one of them, at the heaviest severity; else is unknown if one is; else passes
 * if one passes; else is not applicable.
 */
export function verdictOnStream(
  check: CheckRow,
  stream: StreamPlace,
  index: VerdictIndex,
  waive: Waive = (verdict) => verdict,
): VerdictOnStream {
  const found = findVerdicts(check, stream, index).map((verdict) => waive(verdict, stream.arn));
  const [only] = found;
  if (!only) return notJudged(check, stream);
  if (found.length === 1) return oneVerdict(check, only);

  const status = statusOrder.find((each) => found.some((verdict) => verdict.status === each)) ?? only.status;
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
  { id: checkId, scope }: CheckRow,
  { arn, accountId, region, keySubject }: StreamPlace,
  index: VerdictIndex,
): readonly VerdictOfCheck[] {
  const own = scope === "key" ? keySubject : { scope, accountId, region, id: arn };
  if (!own) return [notEncrypted(checkId, { scope, accountId, region, id: arn })];
  const wholeRegion = { scope, accountId, region, id: region };
  return index.get(placeOf(checkId, own)) ?? index.get(placeOf(checkId, wholeRegion)) ?? [];
}

function notEncrypted(checkId: string, subject: Subject): VerdictOfCheck {
  const evidence = "The stream is not encrypted.";
  return {
    checkId,
    subject,
    status: "not-applicable",
    severity: "low",
    evidence,
    causes: [],
    gaps: [],
    reads: [],
  };
}

/** Verdicts of a wider scope bear on every stream of their Region or account, whatever their subject's id. */
function placeOf(checkId: string, { scope, accountId, region = "", id }: Subject): string {
  const account = `${checkId} ${accountId}`;
  if (scope === "account") return account;
  return scope === "stream" || scope === "key" ? `${account} ${region} ${id}` : `${account} ${region}`;
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
