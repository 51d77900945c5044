import type { CheckedVerdict } from "@/lib/checks/checked-verdict";
import type { Finding, ReportStream } from "@/lib/model/report";
import { heaviest, severities } from "@/lib/model/verdict";
import type { Cause, Severity, Subject } from "@/lib/model/verdict";
import type { CausesOf, ReportCause } from "@/lib/scan/report/report-causes";

interface Draft {
  readonly findingId: string;
  readonly checkId: string;
  fails: boolean;
  readonly cause: Cause;
  readonly principals: Set<string>;
  readonly subjects: Map<string, Subject>;
  readonly streamArns: string[];
  /** As it weighs on each stream. */
  severity: Severity | undefined;
}

/**
 * One finding for each check and cause, over all subjects and streams, the ones that matter most first.
 *
 * Its severity is the heaviest that it has on a stream; where it reaches none, the cause's own.
 */
export function buildFindings(
  verdicts: readonly CheckedVerdict[],
  streams: readonly ReportStream[],
  causesOf: CausesOf,
): Finding[] {
  const drafts = new Map<string, Draft>();
  for (const verdict of verdicts)
    for (const cause of causesOf(verdict, verdict.subject.accountId))
      addSubject(draftOf(drafts, verdict, cause), verdict.subject, cause);

  for (const stream of streams)
    for (const verdict of stream.verdicts)
      for (const cause of verdict.causes) addStream(draftOf(drafts, verdict, cause), stream.arn, cause);

  return [...drafts.values()].map(toFinding).toSorted(byWeight);
}

function draftOf(
  drafts: Map<string, Draft>,
  { checkId, status }: Pick<CheckedVerdict, "checkId" | "status">,
  { findingId, ...cause }: ReportCause,
): Draft {
  const draft = drafts.get(findingId) ?? newDraft(findingId, checkId, cause);
  draft.fails ||= status === "fail";
  drafts.set(findingId, draft);
  return draft;
}

function newDraft(findingId: string, checkId: string, cause: Cause): Draft {
  const lists = { principals: new Set<string>(), subjects: new Map<string, Subject>(), streamArns: [] };
  return { findingId, checkId, cause, fails: false, severity: undefined, ...lists };
}

function addSubject(draft: Draft, subject: Subject, { principals = [] }: ReportCause): void {
  draft.subjects.set([subject.accountId, subject.region, subject.id].join(" "), subject);
  for (const principal of principals) draft.principals.add(principal);
}

function addStream(draft: Draft, arn: string, { severity }: ReportCause): void {
  draft.streamArns.push(arn);
  draft.severity = draft.severity ? heaviest(draft.severity, severity) : severity;
}

function toFinding({ findingId, checkId, fails, cause, principals, ...draft }: Draft): Finding {
  return {
    findingId,
    checkId,
    status: fails ? "fail" : "unknown",
    severity: draft.severity ?? cause.severity,
    cause: { ...cause, ...(principals.size > 0 && { principals: [...principals].toSorted() }) },
    subjects: [...draft.subjects]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, each]) => each),
    streams: draft.streamArns.length,
    streamArns: draft.streamArns,
  };
}

/** By severity, then streams reached, then principals; the id last, so that there is one order. */
function byWeight(one: Finding, other: Finding): number {
  return (
    severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
    other.streams - one.streams ||
    (other.cause.principals?.length ?? 0) - (one.cause.principals?.length ?? 0) ||
    (one.findingId < other.findingId ? -1 : 1)
  );
}
