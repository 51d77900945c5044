import type { Severity } from "@/lib/model/verdict";
import type { ScoredCheck } from "@/lib/scoring/scored-check";
import { capOf, severityUnder, weightBySeverity } from "@/lib/scoring/weight";
import type { Weighting } from "@/lib/scoring/weight";

/** A check in numbers: what it weighs and caps if it passes, fails at its heaviest, fails at its lightest. */
export interface WeighedCheck {
  readonly checkId: string;
  readonly status: "pass" | "fail" | "unknown" | "uncounted";
  readonly passWeight: number;
  readonly heaviest: Consequence;
  readonly lightest: Consequence;
  /** Whether its failure caps the stream's score; failures of a wider scope cap the account's. */
  readonly capsStream: boolean;
}

interface Consequence {
  readonly weight: number;
  readonly cap: number;
}

const consequences: Readonly<Record<Severity, Consequence>> = {
  critical: consequenceOf("critical"),
  high: consequenceOf("high"),
  medium: consequenceOf("medium"),
  low: consequenceOf("low"),
};

function consequenceOf(severity: Severity): Consequence {
  return { weight: weightBySeverity[severity], cap: capOf(severity) };
}

export function weigh(scored: ScoredCheck, weighting: Weighting): WeighedCheck {
  const { check, status, severity, severityRange } = scored;
  const under = (each: Severity) => severityUnder(weighting, check, each);
  return {
    checkId: check.id,
    status: status === "pass" || status === "fail" || status === "unknown" ? status : "uncounted",
    passWeight: weightBySeverity[under(check.severity)],
    heaviest: consequences[under(severityRange?.heaviest ?? severity)],
    lightest: consequences[under(severityRange?.lightest ?? severity)],
    capsStream: check.scope === "stream" || check.scope === "key",
  };
}

/** Counts in `worst` as a failure. */
export function isOpen({ status }: WeighedCheck): boolean {
  return status === "fail" || status === "unknown";
}
