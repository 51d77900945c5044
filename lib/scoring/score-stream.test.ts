import { describe, expect, it } from "vitest";
import { scoreStream } from "@/lib/scoring/score-stream";
import { buildScored } from "@/lib/scoring/test-scored-checks";

const severityByWeight = { 1: "low", 3: "medium", 6: "high", 10: "critical" } as const;

function weighing(weight: 1 | 3 | 6 | 10, status: "pass" | "fail" | "unknown") {
  const severity = severityByWeight[weight];
  return buildScored({ status, severity, check: { severity } });
}

const worked = [
  weighing(6, "pass"),
  weighing(6, "pass"),
  weighing(3, "fail"),
  weighing(3, "fail"),
  weighing(3, "fail"),
  weighing(1, "pass"),
  weighing(1, "pass"),
  weighing(1, "pass"),
  weighing(6, "pass"),
  weighing(10, "unknown"),
];

describe("the worked example of the specification", () => {
  const { score, shares } = scoreStream(worked, "production");

  it("scores 39 to 77, an F, capped by the unknown critical check", () => {
    expect(score).toEqual({
      worst: 39,
      best: 77,
      grade: "F",
      cap: { at: 39, checkIds: ["KDS-REST-01"] },
    });
  });

  it("shares the 61 points that are missing by weight", () => {
    expect(shares.map(({ points }) => points)).toEqual([0, 0, 10, 10, 9, 0, 0, 0, 0, 32]);
  });

  it("gives a gain only to the check that holds the cap", () => {
    expect(shares.map(({ gain }) => gain)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 38]);
  });
});

describe("scoreStream", () => {
  it("gives no score where nothing is judged", () => {
    const checks = [buildScored({ status: "waived" }), buildScored({ status: "manual" })];
    expect(scoreStream(checks, "production")).toEqual({
      score: null,
      shares: checks.map(() => ({ checkId: "KDS-REST-01", severity: "high", points: 0, gain: 0 })),
      inheritedCaps: { worst: [], best: [] },
    });
  });

  it.each([
    { scope: "stream", severity: "critical", worst: 39 },
    { scope: "key", severity: "critical", worst: 39 },
    { scope: "stream", severity: "high", worst: 74 },
    { scope: "stream", severity: "medium", worst: 96 },
    { scope: "endpoint", severity: "critical", worst: 90 },
    { scope: "region", severity: "critical", worst: 90 },
    { scope: "account", severity: "high", worst: 93 },
  ] as const)("a failing $severity check of $scope scope leaves $worst", ({ scope, severity, worst }) => {
    const passing = Array.from({ length: 15 }, () => buildScored());
    const failing = buildScored({ status: "fail", severity, check: { id: "KDS-NET-09", scope, severity } });
    const { score } = scoreStream([...passing, failing], "production");
    expect(score?.worst).toBe(worst);
    expect(score?.cap?.checkIds).toEqual(worst === 39 || worst === 74 ? ["KDS-NET-09"] : undefined);
  });

  it("caps `best` by what fails, not by what is unknown", () => {
    const rest = Array.from({ length: 15 }, () => buildScored());
    const critical = { severity: "critical", check: { severity: "critical" } } as const;
    expect(
      scoreStream([...rest, buildScored({ status: "unknown", ...critical })], "production").score?.best,
    ).toBe(100);
    expect(
      scoreStream([...rest, buildScored({ status: "fail", ...critical })], "production").score?.best,
    ).toBe(39);
  });

  it("weighs a fail by the severity shown, and a pass by the row's", () => {
    const low = buildScored({ status: "fail", severity: "low" });
    expect(scoreStream([buildScored(), low], "production").score?.worst).toBe(85);
  });

  it.each(["low", "critical"] as const)(
    "takes the heavier weight and cap in `worst` and the lighter in `best`, shown as %s",
    (severity) => {
      const severityRange = { heaviest: "critical", lightest: "low" } as const;
      const ranged = buildScored({ status: "fail", severity, severityRange });
      const rest = Array.from({ length: 9 }, () => buildScored());
      expect(scoreStream([...rest, ranged], "production").score).toMatchObject({ worst: 39, best: 98 });
    },
  );

  it.each(["production", "not-stated"] as const)("weighs %s as listed", (environment) => {
    const failing = buildScored({ status: "fail", check: { id: "KDS-SOD-01" } });
    const { score, shares } = scoreStream([failing, buildScored()], environment);
    expect(score).toMatchObject({ worst: 50, best: 50 });
    expect(shares[0]?.severity).toBe("high");
  });

  it.each(["KDS-LP-03", "KDS-SOD-01", "KDS-CRED-01"])("lowers the course's %s by one step", (id) => {
    const failing = buildScored({ status: "fail", check: { id } });
    const { score, shares } = scoreStream([failing, buildScored()], "non-production");
    expect(score).toMatchObject({ worst: 66, best: 66 });
    expect(shares[0]).toEqual({ checkId: id, severity: "medium", points: 34, gain: 34 });
  });

  it("never lowers below low", () => {
    const failing = buildScored({
      status: "fail",
      severity: "low",
      check: { id: "KDS-SOD-05", severity: "low" },
    });
    expect(scoreStream([failing], "non-production").shares[0]?.severity).toBe("low");
  });

  it.each([
    { id: "KDS-REST-01", set: "course" },
    { id: "KDS-LP-07", set: "extended" },
  ] as const)("does not lower $id of the $set set", ({ id, set }) => {
    const failing = buildScored({ status: "fail", check: { id, set } });
    expect(scoreStream([failing, buildScored()], "non-production").score?.worst).toBe(50);
  });

  it("spans both weightings where the tags were not read", () => {
    const failing = buildScored({ status: "fail", check: { id: "KDS-SOD-01" } });
    const { score, shares } = scoreStream([failing, buildScored()], "unknown");
    expect(score).toMatchObject({ worst: 50, best: 66 });
    expect(shares[0]).toEqual({ checkId: "KDS-SOD-01", severity: "high", points: 50, gain: 50 });
  });

  it("takes the lowered weighting for `worst` where that one is lower", () => {
    const passing = buildScored({ check: { id: "KDS-SOD-01" } });
    const failing = buildScored({ status: "fail", severity: "medium", check: { severity: "medium" } });
    const { score, shares } = scoreStream([passing, failing], "unknown");
    expect(score).toMatchObject({ worst: 50, best: 66 });
    expect(shares[1]).toMatchObject({ points: 50, gain: 50 });
  });

  it("gains only what both weightings gain", () => {
    const passing = buildScored({ check: { id: "KDS-SOD-01" } });
    const failing = buildScored({ status: "fail", severity: "medium", check: { severity: "medium" } });
    const { score, shares } = scoreStream([passing, failing, failing], "unknown");
    expect(score).toMatchObject({ worst: 33, best: 50 });
    expect(shares.map(({ gain }) => gain)).toEqual([0, 33, 33]);
  });

  it("hands the caps of wider scopes on to the account, unknown ones for `worst` only", () => {
    const account = { id: "KDS-LP-01", scope: "account", severity: "critical" } as const;
    const region = { id: "KDS-OPS-01", scope: "region", severity: "high" } as const;
    const checks = [
      buildScored(),
      buildScored({ status: "fail", severity: "critical", check: account }),
      buildScored({ status: "unknown", check: region }),
    ];
    expect(scoreStream(checks, "unknown").inheritedCaps).toEqual({
      worst: [
        { checkId: "KDS-LP-01", at: 39 },
        { checkId: "KDS-OPS-01", at: 74 },
      ],
      best: [{ checkId: "KDS-LP-01", at: 74 }],
    });
  });

  it.each([
    [90, "A"],
    [89, "B"],
    [75, "B"],
    [74, "C"],
    [60, "C"],
    [59, "D"],
    [40, "D"],
    [39, "F"],
  ] as const)("grades %i as %s", (percent, grade) => {
    const low = (status: "pass" | "fail") =>
      buildScored({ status, severity: "low", check: { severity: "low" } });
    const checks = Array.from({ length: 100 }, (_, at) => low(at < percent ? "pass" : "fail"));
    expect(scoreStream(checks, "production").score).toMatchObject({ worst: percent, grade });
  });
});
