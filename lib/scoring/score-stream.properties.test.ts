import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { severities } from "@/lib/model/verdict";
import { scoreStream } from "@/lib/scoring/score-stream";
import { anyEnvironment, anyScored, buildScored } from "@/lib/scoring/test-scored-checks";

describe("for any verdicts", () => {
  const anyChecks = fc.array(anyScored, { maxLength: 12 });

  it("0 ≤ worst ≤ best ≤ 100, and points add up to what worst lacks", () => {
    fc.assert(
      fc.property(anyChecks, anyEnvironment, (checks, environment) => {
        const { score, shares } = scoreStream(checks, environment);
        const points = shares.reduce((sum, share) => sum + share.points, 0);
        expect(points).toBe(score ? 100 - score.worst : 0);
        expect(shares.every(({ gain }) => gain >= 0 && (score === null || gain <= 100 - score.worst))).toBe(
          true,
        );
        if (!score) return;
        expect(score.worst).toBeGreaterThanOrEqual(0);
        expect(score.best).toBeGreaterThanOrEqual(score.worst);
        expect(score.best).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("an unread fact never raises worst nor lowers best", () => {
    fc.assert(
      fc.property(anyChecks, anyEnvironment, fc.nat(), (checks, environment, pick) => {
        const before = scoreStream(checks, environment).score;
        const index = checks.length === 0 ? 0 : pick % checks.length;
        const judged = checks[index]?.status === "pass" || checks[index]?.status === "fail";
        if (!judged || !before) return;
        const hidden = checks.map((scored, at) =>
          at === index ? { ...scored, status: "unknown" as const, severity: scored.check.severity } : scored,
        );
        const after = scoreStream(hidden, environment).score;
        expect(after?.worst).toBeLessThanOrEqual(before.worst);
        expect(after?.best).toBeGreaterThanOrEqual(before.best);
      }),
    );
  });

  it("a severity range lies between its two ends", () => {
    fc.assert(
      fc.property(
        anyChecks,
        anyEnvironment,
        fc.constantFrom(...severities),
        (checks, environment, lightest) => {
          const row = buildScored({ check: { severity: "critical" } }).check;
          const scoreWith = (change: object) =>
            scoreStream(
              [...checks, buildScored({ status: "fail", severity: lightest, check: row, ...change })],
              environment,
            ).score!;
          const ranged = scoreWith({ severityRange: { heaviest: "critical", lightest } });
          expect(ranged.worst).toBe(scoreWith({ severity: "critical" }).worst);
          expect(ranged.best).toBe(scoreWith({}).best);
        },
      ),
    );
  });

  it("what is waived, manual or not applicable counts nowhere", () => {
    const uncounted = new Set(["waived", "manual", "not-applicable"]);
    fc.assert(
      fc.property(anyChecks, anyEnvironment, (checks, environment) => {
        const counted = checks.filter(({ status }) => !uncounted.has(status));
        expect(scoreStream(checks, environment).score).toEqual(scoreStream(counted, environment).score);
      }),
    );
  });
});
