import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { countReport, readPlaywright, readVitest, sum } from "./counts.mjs";

const folder = mkdtempSync(join(tmpdir(), "weir-counts-"));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: object): string {
  const path = join(folder, "report.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}
const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };

it("counts what the runners counted", () => {
  const units = countReport(report(vitest), true, readVitest);
  const stats = { expected: 2, unexpected: 1, flaky: 1, skipped: 0 };
  expect(units).toEqual({ passed: 3, failed: 0, skipped: 2 });
  expect(countReport(report({ stats }), false, readPlaywright)).toEqual({ passed: 2, failed: 2, skipped: 0 });
  expect(sum([units, { passed: 1, failed: 1, skipped: 0 }])).toEqual({ passed: 4, failed: 1, skipped: 2 });
});

it("counts a failure when the runner ended badly though no test did", () => {
  expect(countReport(report(vitest), false, readVitest)).toMatchObject({ passed: 3, failed: 1 });
});

it("counts a failure when no test was found", () => {
  expect(countReport(report({ ...vitest, numPassedTests: 0 }), true, readVitest)).toMatchObject({
    failed: 1,
  });
});

it("counts a failure when the runner wrote nothing", () => {
  expect(countReport(join(folder, "absent.json"), true, readVitest)).toMatchObject({ passed: 0, failed: 1 });
});
