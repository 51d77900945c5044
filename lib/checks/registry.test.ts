import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/model/settings";
import { buildInventory, buildManagedPolicy, buildRole, documentOf } from "@/lib/model/test-iam";
import { accountId, read } from "@/lib/model/test-place";
import { buildAccount, buildRegion, buildSnapshot } from "@/lib/model/test-snapshot";
import { buildKey, keyArn } from "@/lib/model/test-stream";
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

  it("passes an account without a fault", () => {
    // Its one stream is on-demand, no perimeter is declared for it, and no user administers it.
    const notApplicable = new Set(["KDS-SOD-03", "KDS-CRED-04", "KDS-TLS-02", "KDS-NET-05"]);
    const verdicts = runChecks(buildSnapshot({ accounts: [faultless()] }), defaultSettings);
    expect(verdicts.map(({ checkId, status }) => ({ checkId, status }))).toEqual(
      checks.map(({ id, isManual }) => ({
        checkId: id,
        status: isManual ? "manual" : notApplicable.has(id) ? "not-applicable" : "pass",
      })),
    );
  });
});

/** The account that tests start from, with a producer that its key lets write, and the role of the scan. */
function faultless() {
  const policy = buildManagedPolicy();
  const useKey = documentOf({ Action: "kms:GenerateDataKey", Resource: keyArn });
  const producer = buildRole({
    attachedPolicyArns: [policy.arn],
    inlinePolicies: [{ name: "key", document: useKey }],
  });
  const roles = [producer, buildRole({ name: "weir-auditor" })];
  const ownPolicies = documentOf({
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: "kms:*",
    Resource: "*",
  });
  const keys = read([buildKey({ policy: read(ownPolicies, "kms:GetKeyPolicy") })], "kms:DescribeKey");
  return buildAccount({
    iam: read(buildInventory({ roles, managedPolicies: [policy] }), "iam:GetAccountAuthorizationDetails"),
    regions: [buildRegion({ keys })],
  });
}
