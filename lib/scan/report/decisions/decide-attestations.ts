import type { Attestation, Decisions, ReportAttestation } from "@/lib/model/decision";
import type { VerdictOfCheck } from "@/lib/scoring/verdict-on-stream";

/** Says of each attestation about the report's streams and checks whether it holds, and if not, why. */
export function decideAttestations(
  { on, attestations }: Decisions,
  verdicts: readonly VerdictOfCheck[],
  checkIds: ReadonlySet<string>,
): ReportAttestation[] {
  const asked = new Map(
    verdicts
      .filter(({ status }) => status === "manual")
      .map((verdict) => [`${verdict.checkId} ${verdict.subject.id}`, verdict]),
  );
  const accountIds = new Set(verdicts.map(({ subject }) => subject.accountId));
  return attestations
    .filter(({ checkId, streamArn }) => checkIds.has(checkId) && accountIds.has(accountIn(streamArn)))
    .map((attestation) => {
      const verdict = asked.get(`${attestation.checkId} ${attestation.streamArn}`);
      return Object.assign({}, attestation, stateOf(attestation, verdict, on));
    });
}

function accountIn(arn: string): string {
  return arn.split(":")[4] ?? "";
}

function stateOf(
  { expiresOn, boundTo }: Attestation,
  verdict: VerdictOfCheck | undefined,
  on: string,
): Pick<ReportAttestation, "state" | "because"> {
  if (!verdict) return { state: "unmatched", because: "This scan did not see the stream." };
  if (expiresOn < on) return { state: "expired", because: `It held until ${expiresOn}.` };
  const [before, now] = [new Set(boundTo), new Set(verdict.boundTo)];
  const changes = [
    ...change(
      "come",
      [...now].filter((each) => !before.has(each)),
    ),
    ...change(
      "gone",
      [...before].filter((each) => !now.has(each)),
    ),
  ];
  return changes.length > 0
    ? { state: "changed", because: `What was confirmed has changed: ${changes.join("; ")}.` }
    : { state: "in-force", because: `It holds until ${expiresOn}.` };
}

function change(what: string, who: readonly string[]): string[] {
  return who.length === 0 ? [] : [`${what}: ${who.toSorted().join(", ")}`];
}

/** What is confirmed stands in the verdict's words, and it stays the word of a person. */
export function tellAttested(
  verdicts: readonly VerdictOfCheck[],
  attestations: readonly ReportAttestation[],
): VerdictOfCheck[] {
  const byPlace = new Map(
    attestations
      .filter(({ state }) => state === "in-force")
      .map((attestation) => [`${attestation.checkId} ${attestation.streamArn}`, attestation]),
  );
  return verdicts.map((verdict) => {
    if (verdict.status !== "manual") return verdict;
    const found = byPlace.get(`${verdict.checkId} ${verdict.subject.id}`);
    const words = found
      ? `Confirmed by ${found.owner} until ${found.expiresOn}: ${found.statement}`
      : "Nobody has confirmed it.";
    return { ...verdict, evidence: `${verdict.evidence} ${words}` };
  });
}
