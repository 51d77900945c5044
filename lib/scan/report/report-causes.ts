import type { StreamVerdict } from "@/lib/model/report";
import type { Gap, GapReason } from "@/lib/model/observed";
import type { Cause, Verdict } from "@/lib/model/verdict";

export type ReportCause = StreamVerdict["causes"][number];
type Judged = Pick<Verdict, "status" | "severity" | "severityRange" | "gaps"> & {
  readonly checkId: string;
  readonly causes: readonly Cause[];
};
/** Gives the causes of a verdict on something of an account the ids of their findings. */
export type CausesOf = (verdict: Judged, accountId: string) => ReportCause[];

/**
 * Finding ids are hashes, so that they stay the same from scan to scan. What is found in two accounts, such as a policy
 * that AWS manages, is two findings: each is settled, and accepted, by itself.
 */
export function createCausesOf(hash: (text: string) => string): CausesOf {
  const idByKey = new Map<string, string>();
  const findingId = (checkId: string, causeId: string, accountId: string): string => {
    const isOwn = causeId.includes(accountId);
    const key = isOwn ? `${checkId}\n${causeId}` : `${checkId}\n${causeId}\n${accountId}`;
    const id = idByKey.get(key) ?? hash(key).slice(0, 16);
    idByKey.set(key, id);
    return id;
  };
  return (verdict, accountId) => {
    const causes = causesIn(verdict).map((cause) =>
      Object.assign({}, cause, { findingId: findingId(verdict.checkId, cause.id, accountId) }),
    );
    return [...new Map(causes.map((cause) => [cause.findingId, cause])).values()];
  };
}

/** What has to change for the verdict to pass; of an unknown one, the facts that are missing. */
function causesIn(verdict: Judged): readonly Cause[] {
  if (verdict.status !== "unknown") return verdict.causes;
  return verdict.gaps.map((gap) => gapCause(gap, verdict.severityRange?.heaviest ?? verdict.severity));
}

/**
 * One cause for an action, a reason and a Region, whatever it was asked about: whoever grants the
 * action settles it for all streams at once.
 */
function gapCause({ action, reason, region }: Gap, severity: Cause["severity"]): Cause {
  const label = `${action} ${gapWords[reason]}${region === undefined ? "" : ` in ${region}`}.`;
  return { kind: "gap", id: [action, reason, region ?? ""].join("|"), label, severity };
}

const gapWords: Readonly<Record<GapReason, string>> = {
  "access-denied": "was denied",
  throttled: "was throttled",
  "timed-out": "timed out",
  unreachable: "could not be reached",
  "expired-credentials": "was refused because the credentials had expired",
  "not-implemented": "is not implemented by the endpoint",
  "region-disabled": "was not asked because the Region is disabled",
  empty: "answered without the fact",
  malformed: "answered with something that cannot be read",
  "not-collected": "was not asked",
  unexpected: "failed unexpectedly",
};
