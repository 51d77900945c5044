import { expect, it } from "vitest";
import type { Finding, Report } from "@/lib/model/report";
import { exitCodeOf } from "@/lib/cli/exit-code";
import { buildFinding, buildReport } from "@/lib/reports/test-report";

const high = buildFinding({ severity: "high" });
const unknown = buildFinding({ severity: "critical", status: "unknown" });
const waived = buildFinding({ severity: "critical", status: "waived" });

it.each([
  { of: "nothing", findings: [], failOn: "low", exit: 0 },
  { of: "a high finding, nothing asked", findings: [high], failOn: "never", exit: 0 },
  { of: "a high finding", findings: [high], failOn: "critical", exit: 0 },
  { of: "a high finding", findings: [high], failOn: "high", exit: 1 },
  { of: "a high finding", findings: [high], failOn: "low", exit: 1 },
  { of: "an unknown critical", findings: [unknown], failOn: "critical", exit: 0 },
  { of: "a waived critical", findings: [waived], failOn: "critical", exit: 0 },
] as const)("$of with --fail-on $failOn ends with $exit", ({ findings, failOn, exit }) => {
  expect(exitCodeOf(reportOf([...findings]), { failOn, failOnUnknown: false })).toBe(exit);
});

it("ends with 3 for missing facts if asked to, and with 1 before that for something proven", () => {
  const partly = reportOf([high], { known: 5, unknown: 1 });

  expect(exitCodeOf(partly, { failOn: "never", failOnUnknown: false })).toBe(0);
  expect(exitCodeOf(partly, { failOn: "never", failOnUnknown: true })).toBe(3);
  expect(exitCodeOf(partly, { failOn: "high", failOnUnknown: true })).toBe(1);
  expect(exitCodeOf(reportOf([unknown]), { failOn: "never", failOnUnknown: true })).toBe(3);
  expect(exitCodeOf(reportOf([high]), { failOn: "never", failOnUnknown: true })).toBe(0);
});

function reportOf(
  findings: Finding[],
  coverage: Report["scan"]["coverage"] = { known: 6, unknown: 0 },
): Report {
  const report = buildReport({ findings });
  return { ...report, scan: { ...report.scan, coverage } };
}
