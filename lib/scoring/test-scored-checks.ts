import * as fc from "fast-check";
import { scopes, severities } from "@/lib/model/verdict";
import type { Severity } from "@/lib/model/verdict";
import type { ScoredCheck } from "@/lib/scoring/scored-check";

/** A passing course check of stream scope in an area that no environment lowers. */
export function buildScored(
  change: Partial<Omit<ScoredCheck, "check">> & { check?: Partial<ScoredCheck["check"]> } = {},
): ScoredCheck {
  const { check, ...rest } = change;
  const row = { id: "KDS-REST-01", set: "course", scope: "stream", severity: "high", ...check } as const;
  return { status: "pass", severity: row.severity, ...rest, check: row };
}

const atOrBelow = (severity: Severity) => fc.constantFrom(...severities.slice(severities.indexOf(severity)));

/** A check as the registry's rows allow it: a fail never weighs more than the row's first severity. */
export const anyScored: fc.Arbitrary<ScoredCheck> = fc
  .record({
    area: fc.constantFrom("LP", "SOD", "CRED", "REST", "NET"),
    number: fc.integer({ min: 1, max: 99 }),
    set: fc.constantFrom("course" as const, "extended" as const),
    scope: fc.constantFrom(...scopes),
    row: fc.constantFrom(...severities),
    status: fc.constantFrom("pass", "fail", "unknown", "not-applicable", "manual", "waived"),
  })
  .chain(({ area, number, row, status, ...rest }) => {
    const id = `KDS-${area}-${number}`;
    const fails = status === "fail" ? atOrBelow(row) : fc.constant(row);
    return fc.record({
      check: fc.constant({ id, severity: row, ...rest }),
      status: fc.constant(status),
      severity: fails,
    });
  });

export const anyEnvironment = fc.constantFrom("production", "non-production", "not-stated", "unknown");
