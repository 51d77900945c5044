import { describe, expect, it } from "vitest";
import { buildManagedPolicy, documentOf } from "@/lib/model/test-iam";
import {
  buildOrganizationPolicies,
  buildOrganizationPolicy,
  buildPolicyLevel,
} from "@/lib/model/test-organization";
import { denied, read } from "@/lib/model/test-place";
import { requestsNeedTls } from "@/lib/checks/requests-need-tls";
import {
  administrator,
  reads,
  roleWith,
  serviceLinked,
  streamAdministrator,
  unreadableRole,
  verdictIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const withoutTls = { Condition: { Bool: { "aws:SecureTransport": "false" } } };
const denies = { Effect: "Deny", Action: "kinesis:*", Resource: "*", ...withoutTls };
const verdictOn = (world: World) => verdictIn(requestsNeedTls, world);

describe("fails", () => {
  it("where somebody would still be allowed, and counts and names them", () => {
    expect(
      verdictOn({ roles: [roleWith("a", reads), roleWith("b", writes), roleWith("c", reads, denies)] }),
    ).toMatchObject({
      status: "fail",
      severity: "low",
      evidence: expect.stringContaining(
        "2 principals would still be allowed without TLS: role a and role b.",
      ),
    });
  });

  it("where a Deny covers less than what is held", () => {
    const partly = { ...denies, Action: "kinesis:PutRecord*" };
    expect(verdictOn({ roles: [roleWith("a", writes, reads, partly)] }).status).toBe("fail");
    expect(verdictOn({ roles: [roleWith("a", writes, partly)] }).status).toBe("pass");
  });
});

describe("passes", () => {
  it("by a Deny in the policies, or by an Allow that asks for TLS", () => {
    const asks = { Condition: { Bool: { "aws:SecureTransport": "true" } } };
    expect(
      verdictOn({ roles: [roleWith("a", reads, denies), roleWith("b", { ...writes, ...asks })] }).status,
    ).toBe("pass");
    expect(verdictOn({}).evidence).toMatch(/^None:/);
  });

  it("by a boundary and by an SCP", () => {
    const boundary = buildManagedPolicy({
      name: "bound",
      document: documentOf({ Action: "*", Resource: "*" }, denies),
    });
    const role = { ...roleWith("a", reads), boundaryArn: boundary.arn };
    expect(verdictOn({ roles: [role], managedPolicies: [boundary] }).status).toBe("pass");
    const policies = [
      buildOrganizationPolicy(),
      buildOrganizationPolicy({ id: "p-1", document: documentOf(denies) }),
    ];
    const organizationPolicies = read(buildOrganizationPolicies({ scps: [buildPolicyLevel({ policies })] }));
    expect(verdictOn({ roles: [roleWith("a", reads)], account: { organizationPolicies } }).status).toBe(
      "pass",
    );
  });

  it("for administrators, of whom other checks tell, and AWS's own roles", () => {
    expect(verdictOn({ roles: [administrator, streamAdministrator, serviceLinked] }).status).toBe("pass");
  });
});

describe("is unknown", () => {
  it("where an SCP that was not read may deny it, unless everybody is covered anyhow", () => {
    const organizationPolicies = denied("organizations:ListPoliciesForTarget");
    const account = { organizationPolicies };
    expect(verdictOn({ roles: [roleWith("a", reads)], account })).toMatchObject({
      status: "unknown",
      gaps: [organizationPolicies.gap],
    });
    expect(verdictOn({ roles: [roleWith("a", reads, denies)], account }).status).toBe("pass");
  });

  it("where a document, or the inventory, could not be read", () => {
    expect(verdictOn({ roles: [unreadableRole()] }).status).toBe("unknown");
    expect(verdictOn({ account: { iam: denied("iam:GetAccountAuthorizationDetails") } }).status).toBe(
      "unknown",
    );
  });
});
