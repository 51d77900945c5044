import { describe, expect, it } from "vitest";
import { answer } from "@/lib/iam/cases/test-decide";
import type { Question } from "@/lib/iam/cases/test-decide";

const principal = "arn:aws:iam::111122223333:user/anna";
const stream = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders";
const request = { principal, action: "kinesis:GetRecords", resource: stream };
const allow = { Statement: { Effect: "Allow", Action: "*", Resource: "*" } };
const allowAnna = { Statement: { ...allow.Statement, Principal: { AWS: principal } } };
const broken = "no policy";

function decide(policies: Question["policies"], more: Partial<Question["request"]> = {}) {
  return answer({ request: { ...request, ...more }, policies, contextComplete: true });
}

describe("a policy that nobody can read (D4)", () => {
  it.each<{ where: string; policies: Question["policies"] }>([
    { where: "identity", policies: { identityPolicies: [broken] } },
    { where: "another identity", policies: { identityPolicies: [allow, broken] } },
    { where: "boundary", policies: { identityPolicies: [allow], boundary: broken } },
    { where: "session", policies: { identityPolicies: [allow], sessionPolicy: broken } },
    { where: "resource", policies: { resourcePolicy: broken } },
    { where: "resource, beside a grant,", policies: { identityPolicies: [allow], resourcePolicy: broken } },
    { where: "SCP", policies: { identityPolicies: [allow], scps: [[allow], [broken]] } },
    { where: "endpoint", policies: { identityPolicies: [allow], endpointPolicies: [broken] } },
  ])("of kind $where may allow and may deny", ({ policies }) => {
    expect(decide(policies)).toMatchObject({ decision: "undetermined" });
  });

  it("settles nothing against a Deny that is there", () => {
    const deny = { Statement: { ...allow.Statement, Effect: "Deny" } };
    expect(decide({ identityPolicies: [broken, deny] })).toMatchObject({ decision: "explicitly-denied" });
  });

  it("changes nothing where nothing else could allow", () => {
    expect(decide({ boundary: broken, scps: [[broken]] })).toMatchObject({ decision: "implicitly-denied" });
  });

  it("may be an RCP, of which only a Deny counts", () => {
    const kms = { action: "kms:Decrypt", resource: "arn:aws:kms:eu-west-1:111122223333:key/x" };
    expect(decide({ resourcePolicy: allowAnna, rcps: [[broken]] }, kms)).toMatchObject({
      decision: "undetermined",
    });
    expect(decide({ resourcePolicy: allowAnna, rcps: [[broken]] })).toMatchObject({ decision: "allowed" });
  });

  it("does not concern a caller whom its kind does not bind", () => {
    const root = { principal: "arn:aws:iam::111122223333:root" };
    expect(decide({ identityPolicies: [broken], boundary: broken }, root)).toMatchObject({
      decision: "allowed",
    });
  });
});
