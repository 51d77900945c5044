import { formatUtc } from "@/lib/format/utc-time";
import type { ComparedRow, ForeignFinding, RowOfFinding } from "@/lib/model/reconciliation";
import type { Report, ReportStream, StreamVerdict } from "@/lib/model/report";
import { counterpartOf, toolNames, type Counterpart } from "@/lib/reports/reconcile/counterparts";

export interface Matched {
  readonly counterpart: Counterpart;
  readonly stream: ReportStream;
  readonly verdict: StreamVerdict;
}

/** The verdict on the same question, or why there is none. */
export function matchRow(
  { tool, checkId, streamArn }: ForeignFinding,
  stream: ReportStream | undefined,
  { scan }: Report,
): Matched | { readonly because: string } {
  const counterpart = counterpartOf(tool, checkId);
  if (!counterpart) return { because: "No check of Weir asks the same." };
  if (!stream) return { because: absence(streamArn, scan) };
  const verdict = verdictOn(stream, counterpart.checkId);
  if (verdict) return { counterpart, stream, verdict };
  const set = scan.set === "course" ? ", which is not among the checks of the course" : "";
  return { because: `The scan did not judge ${counterpart.checkId}${set}.` };
}

function absence(streamArn: string, { accountId, accounts, regions }: Report["scan"]): string {
  const [, , , region = "", owner = ""] = streamArn.split(":");
  const own = new Set([accountId, ...accounts.map((account) => account.accountId)]);
  if (!own.has(owner)) return "The scan was of another account.";
  if (!regions.includes(region)) return "The scan did not look at this Region.";
  return "The scan found no such stream: it was made after the scan, or deleted before it.";
}

export function verdictOn({ verdicts }: ReportStream, checkId: string): StreamVerdict | undefined {
  return verdicts.find((verdict) => verdict.checkId === checkId);
}

/** Whether the two agree, and what was read here that decides it. */
export function compareRow(
  row: RowOfFinding,
  { counterpart, stream, verdict }: Matched,
): readonly ["agree" | "disagree" | "undecided", ComparedRow] {
  const { theirs } = row;
  const ours = answerOf(verdict);
  const told = (judged: StreamVerdict, ...more: readonly string[]): ComparedRow => ({
    ...row,
    streamName: stream.name,
    checkId: judged.checkId,
    status: judged.status,
    severity: judged.severity,
    because: [...readWords(judged), ...more],
  });
  if (theirs.status === "undecided")
    return ["undecided", told(verdict, `${toolNames[theirs.tool]} says neither pass nor fail.`)];
  if (ours === undefined) return ["undecided", told(verdict)];
  if (theirs.status !== ours)
    return ["disagree", told(verdict, counterpart.difference, ...timeWords(theirs))];

  const { stricter } = counterpart;
  const further = stricter && verdictOn(stream, stricter.checkId);
  if (theirs.status === "pass" && further && answerOf(further) === "fail")
    return ["disagree", told(further, stricter.difference)];
  return ["agree", told(verdict)];
}

/** Undefined where a verdict says neither. What somebody accepted fails all the same. */
function answerOf({ status }: StreamVerdict): "pass" | "fail" | undefined {
  if (status === "waived") return "fail";
  return status === "pass" || status === "fail" ? status : undefined;
}

/** What was read, by which call and when; or what could not be. */
function readWords({ evidence, reads, gaps }: StreamVerdict): string[] {
  const calls = reads.map(({ action, at }) => `${action} at ${formatUtc(at)}`);
  return [
    ...(evidence === "" ? [] : [evidence]),
    ...(calls.length === 0 ? [] : [`Weir read it by ${[...new Set(calls)].join(", ")}.`]),
    ...gaps.map(({ action, message }) => `${action} would settle it: ${message}`),
  ];
}

function timeWords({ at, tool }: ForeignFinding): string[] {
  return at === undefined
    ? []
    : [`${toolNames[tool]} says so of ${at}; the stream may have changed in between.`];
}
