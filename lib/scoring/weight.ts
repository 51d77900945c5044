import { areaOf } from "@/lib/model/check";
import type { CheckArea } from "@/lib/model/check";
import type { Grade } from "@/lib/model/report";
import { severities } from "@/lib/model/verdict";
import type { Severity } from "@/lib/model/verdict";
import type { CheckRow } from "@/lib/scoring/scored-check";

export const weightBySeverity: Readonly<Record<Severity, number>> = {
  critical: 10,
  high: 6,
  medium: 3,
  low: 1,
};

const capBySeverity: Readonly<Partial<Record<Severity, number>>> = { critical: 39, high: 74 };

/** The highest score that a failure of this severity leaves. */
export function capOf(severity: Severity): number {
  return capBySeverity[severity] ?? 100;
}

const lowestWorstByGrade = [
  ["A", 90],
  ["B", 75],
  ["C", 60],
  ["D", 40],
] as const;

export function gradeOf(worst: number): Grade {
  return lowestWorstByGrade.find(([, lowest]) => worst >= lowest)?.[0] ?? "F";
}

/** How severities are weighed: as listed, or as on a stream that is not production. */
export type Weighting = "listed" | "lowered";

/** The rows about who may do what count for less where no production records are. */
const loweredAreas = new Set<CheckArea | undefined>(["LP", "SOD", "CRED"]);

export function severityUnder(weighting: Weighting, check: CheckRow, severity: Severity): Severity {
  return weighting === "lowered" && isLowered(check) ? oneStepLower(severity) : severity;
}

/** Whether it weighs less on a stream that is not production. */
export function isLowered({ id, set }: CheckRow): boolean {
  return set === "course" && loweredAreas.has(areaOf(id));
}

function oneStepLower(severity: Severity): Severity {
  return severities[severities.indexOf(severity) + 1] ?? "low";
}
