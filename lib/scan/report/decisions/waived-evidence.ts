import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import type { WaivedEvidence } from "@/lib/model/decision";
import type { Finding, ReportPolicy } from "@/lib/model/report";
import { heaviest } from "@/lib/model/verdict";
import { canonicalJson } from "@/lib/scan/report/canonical-json";

/** Says what a finding rests on, as far as a waiver of it is bound to that. */
export function evidenceReader(
  policies: readonly ReportPolicy[],
  hash: (text: string) => string,
): (finding: Finding) => WaivedEvidence {
  const textById = new Map(policies.map(({ id, text }) => [id, text]));
  return ({ cause, severity, streamArns }) => {
    const text = cause.document && textById.get(cause.document.policyId);
    return {
      label: cause.label,
      severity,
      principals: [...(cause.principals ?? [])].toSorted(),
      streamArns: [...streamArns].toSorted(),
      ...(cause.document &&
        text !== undefined && { statementsSha256: hash(statementsIn(text, cause.document.statements)) }),
    };
  };
}

/** A policy may change beside what was accepted; white space and the order of members say nothing. */
function statementsIn(text: string, indexes: readonly number[]): string {
  const parsed = parsePolicyDocument(text);
  if (!parsed.ok) return text;
  return canonicalJson(indexes.length === 0 ? parsed.statements : indexes.map((at) => parsed.statements[at]));
}

/**
 * Why a waiver does not cover what is so now, in sentences; none while it does. Less than what was accepted is
 * covered, more or other is not.
 */
export function changesSince(
  accepted: WaivedEvidence,
  now: WaivedEvidence,
  onStreams: readonly string[] | undefined,
): string[] {
  const principals = added(accepted.principals, now.principals);
  const streams = onStreams ? [] : added(accepted.streamArns, now.streamArns);
  const isHeavier =
    now.severity !== accepted.severity && heaviest(now.severity, accepted.severity) === now.severity;
  const sameReach =
    now.principals.length === accepted.principals.length &&
    (onStreams !== undefined || now.streamArns.length === accepted.streamArns.length);
  const saysOther = sameReach && withoutAges(now.label) !== withoutAges(accepted.label);
  return [
    ...(isHeavier ? [`It weighs ${now.severity}, and was accepted as ${accepted.severity}.`] : []),
    ...(principals.length > 0
      ? [`It concerns more principals than were accepted: ${listed(principals)}.`]
      : []),
    ...(streams.length > 0 ? [`It weighs on more streams than were accepted: ${listed(streams)}.`] : []),
    ...(now.statementsSha256 === accepted.statementsSha256 ? [] : ["The policy statement was changed."]),
    ...(saysOther ? [`It said: ${accepted.label} It says now: ${now.label}`] : []),
  ];
}

/** The age of a key grows by itself, and was accepted with it. */
function withoutAges(label: string): string {
  return label.replaceAll(/\b\d+ days?\b/g, "n days");
}

function added(before: readonly string[], now: readonly string[]): string[] {
  const known = new Set(before);
  return now.filter((each) => !known.has(each));
}

const listedMax = 3;

function listed(arns: readonly string[]): string {
  const more = arns.length - listedMax;
  return arns.slice(0, listedMax).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
