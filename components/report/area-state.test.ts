import { expect, it } from "vitest";
import { areaStates, compareVerdicts } from "@/components/report/area-state";
import type { Severity, VerdictStatus } from "@/lib/model/verdict";

function verdict(checkId: string, status: VerdictStatus, severity: Severity = "medium") {
  return { checkId, status, severity };
}

it("a section is as bad as its worst verdict, however much of it passes", () => {
  const states = areaStates([
    verdict("KDS-REST-01", "pass", "high"),
    verdict("KDS-REST-02", "fail", "medium"),
    verdict("KDS-REST-03", "fail", "critical"),
    verdict("KDS-REST-06", "unknown", "low"),
  ]);

  expect(states).toEqual([
    { area: "REST", status: "fail", severity: "critical", failing: 2, unknown: 1, passing: 1 },
  ]);
});

it("what is not known is never shown as passing", () => {
  expect(areaStates([verdict("KDS-LP-01", "pass"), verdict("KDS-LP-02", "unknown")])[0]?.status).toBe(
    "unknown",
  );
});

it("sections come in the course's order, and one without verdicts is left out", () => {
  const areas = areaStates([verdict("KDS-NET-02", "pass"), verdict("KDS-LP-01", "pass")]).map(
    ({ area }) => area,
  );

  expect(areas).toEqual(["LP", "NET"]);
});

it("verdicts sort by status, then severity, then id", () => {
  const sorted = [
    verdict("KDS-LP-02", "fail", "low"),
    verdict("KDS-LP-01", "unknown", "critical"),
    verdict("KDS-LP-04", "fail", "critical"),
    verdict("KDS-LP-03", "fail", "critical"),
  ].toSorted(compareVerdicts);

  expect(sorted.map(({ checkId }) => checkId)).toEqual(["KDS-LP-03", "KDS-LP-04", "KDS-LP-02", "KDS-LP-01"]);
});
