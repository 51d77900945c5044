import { countOf } from "@/lib/format/count-of";
import { decisionStateWords } from "@/lib/format/words";
import type { Finding, Report } from "@/lib/model/report";

/** A waiver or an attestation as every export lists it. */
export interface DecisionRow {
  readonly kind: "waiver" | "attestation";
  readonly checkId: string;
  /** What was accepted or confirmed. */
  readonly about: string;
  /** On what it was decided. */
  readonly on: string;
  readonly owner: string;
  readonly words: string;
  readonly createdAt: string;
  readonly expiresOn: string;
  readonly state: string;
  readonly because: string;
}

export function* decisionRows({ decisions }: Pick<Report, "decisions">): Generator<DecisionRow> {
  for (const waiver of decisions.waivers) {
    const { streamArns, reason } = waiver;
    yield {
      ...shared(waiver),
      kind: "waiver",
      about: waiver.evidence.label,
      on: streamArns ? streamArns.join(" ") : "every stream",
      words: reason,
    };
  }
  for (const attestation of decisions.attestations) {
    const { boundTo, streamArn, statement } = attestation;
    const about = boundTo.length === 0 ? "" : `${countOf(boundTo.length, "principal")}: ${boundTo.join(" ")}`;
    yield { ...shared(attestation), kind: "attestation", about, on: streamArn, words: statement };
  }
}

type Decision = Report["decisions"]["waivers" | "attestations"][number];

function shared({ checkId, owner, createdAt, expiresOn, state, because }: Decision) {
  return { checkId, owner, createdAt, expiresOn, state: decisionStateWords[state], because };
}

/** `Accepted by data-platform until 2027-02-28: …`, and on which streams if not on all; undefined: nobody accepted it. */
export function waiverWords({ waiver }: Pick<Finding, "waiver">): string | undefined {
  if (!waiver) return undefined;
  const { owner, expiresOn, reason, streamArns } = waiver;
  const where = streamArns ? `, on ${countOf(streamArns.length, "stream")} alone` : "";
  return `Accepted by ${owner} until ${expiresOn}${where}: ${reason}`;
}
