import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/model/settings";
import { buildSnapshot } from "@/lib/model/test-snapshot";
import { checks, registered } from "@/lib/checks/registry";
import { runChecks } from "@/lib/checks/run-checks";

describe("the registry", () => {
  it("refuses two checks with one id", () => {
    const [first] = checks;
    expect(() => registered([...checks, first!])).toThrow("Two checks have the id KDS-LP-01.");
  });

  it("never uses a withdrawn id again", () => {
    const withdrawn = new Set(["KDS-TLS-03", "KDS-NET-06", "KDS-OPS-04"]);
    expect(checks.filter(({ id }) => withdrawn.has(id))).toEqual([]);
  });

  it.each(checks)("$id says everything that a page shows of it", (check) => {
    expect(check.title).not.toMatch(/\.$/);
    expect(check.title.length).toBeGreaterThan(10);
    expect(check.rationale.match(/\.(?= |$)/g)).toHaveLength(2);
    expect(check.looksAt).toMatch(/\.$/);
    expect(check.looksAt.match(/\.(?= |$)/g)).toHaveLength(1);
    expect(check.remediation).toMatch(/\.$/);
    expect(check.coursePoint === undefined).toBe(check.set === "extended");
    expect(check.sources.length).toBeGreaterThan(0);
    for (const source of check.sources)
      expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
  });

  it("passes the account that the tests start from", () => {
    // Its one stream is on-demand, and nobody gets past its key.
    const notApplicable = new Set(["KDS-SOD-03", "KDS-SOD-05"]);
    const verdicts = runChecks(buildSnapshot(), defaultSettings);
    expect(verdicts.map(({ checkId, status }) => ({ checkId, status }))).toEqual(
      checks.map(({ id }) => ({ checkId: id, status: notApplicable.has(id) ? "not-applicable" : "pass" })),
    );
  });
});
