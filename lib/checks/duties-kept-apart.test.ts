import { describe, expect, it } from "vitest";
import { documentOf } from "@/lib/model/test-iam";
import { accountId, denied, deniedGap, read } from "@/lib/model/test-place";
import { buildGrant, buildKey, buildStream } from "@/lib/model/test-stream";
import {
  policyWith,
  reads,
  roleWith,
  streamNamed,
  unreadableRole,
  verdictIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";
import { writersCannotRead } from "@/lib/checks/writers-cannot-read";

const verdictOn = (world: World) => verdictIn(writersCannotRead, world);
const through = (endpoint: string) => ({ StringEquals: { "aws:SourceVpce": endpoint } });

describe("what could not be read", () => {
  const unread = {
    action: "iam:GetAccountAuthorizationDetails",
    reason: "malformed",
    resource: `${unreadableRole().arn}#inline/odd`,
  };

  it("makes it unknown where a document may say anything", () => {
    expect(verdictOn({ roles: [unreadableRole()] })).toMatchObject({ status: "unknown", gaps: [unread] });
  });

  it("makes it unknown where the document may deny what another one gives", () => {
    const role = roleWith("a", { ...writes, Condition: through("vpce-a") }, reads);
    const odd = { ...role, inlinePolicies: [...role.inlinePolicies, { name: "odd", document: "{" }] };
    expect(verdictOn({ roles: [odd] })).toMatchObject({ status: "unknown", causes: [] });
  });

  it("makes it unknown where the role's boundary is not there", () => {
    const boundaryArn = policyWith("limit").arn;
    expect(verdictOn({ roles: [{ ...roleWith("a", writes, reads), boundaryArn }] })).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "empty", resource: boundaryArn, message: "IAM's answer does not hold policy limit." }],
    });
  });

  it("stands beside a proven fail", () => {
    expect(verdictOn({ roles: [roleWith("a", writes, reads), unreadableRole()] })).toMatchObject({
      status: "fail",
      causes: [{ id: `${roleWith("a").arn}#inline/a` }],
      gaps: [unread],
    });
  });

  it("makes it unknown where the stream's policy, or its consumers, are missing", () => {
    for (const change of [
      { resourcePolicy: denied("kinesis:GetResourcePolicy") },
      { consumers: denied("kinesis:ListStreamConsumers") },
    ])
      expect(verdictOn({ streams: [streamNamed("orders", change)] }).status).toBe("unknown");
  });

  it("makes it unknown where only a grant of the key could let somebody read", () => {
    const policy = read(
      documentOf({
        Principal: { AWS: `arn:aws:iam::${accountId}:role/a` },
        Action: "kms:GenerateDataKey",
        Resource: "*",
      }),
      "kms:GetKeyPolicy",
    );
    const world = (grants: ReturnType<typeof buildKey>["grants"]) => ({
      roles: [roleWith("a", writes, reads)],
      streams: [buildStream()],
      region: { keys: read([buildKey({ policy, grants })]) },
    });
    expect(verdictOn(world(denied("kms:ListGrants")))).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("kms:ListGrants")],
    });
    const grant = buildGrant({
      granteePrincipal: `arn:aws:iam::${accountId}:role/a`,
      operations: ["Decrypt"],
    });
    expect(verdictOn(world(read([grant]))).status).toBe("fail");
    expect(verdictOn(world(read([]))).status).toBe("pass");
  });

  it("makes it unknown where it is the key's policy, which decides", () => {
    const region = { keys: read([buildKey({ policy: denied("kms:GetKeyPolicy") })]) };
    const roles = [roleWith("a", writes, reads)];
    expect(verdictOn({ roles, streams: [buildStream()], region })).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("kms:GetKeyPolicy")],
    });
  });

  it("makes it unknown where IAM or the list of streams is missing", () => {
    const iam = denied("iam:GetAccountAuthorizationDetails");
    expect(verdictOn({ account: { iam } })).toMatchObject({ status: "unknown", gaps: [iam.gap] });
    expect(verdictOn({ region: { streams: denied("kinesis:ListStreams") } })).toMatchObject({
      status: "unknown",
      subject: { scope: "stream", id: "eu-central-1" },
    });
  });

  it("of the organization never spoils a pass, and is said of a fail", () => {
    const account = { organizationPolicies: denied("organizations:ListPoliciesForTarget") };
    expect(verdictOn({ account }).status).toBe("pass");
    const roles = [roleWith("a", writes, reads)];
    expect(verdictOn({ roles, account })).toMatchObject({
      status: "fail",
      evidence: expect.stringMatching(/ Organization policies were not read\.$/),
    });
    expect(verdictOn({ roles, account: { ...account, organization: read(null) } }).evidence).not.toContain(
      "Organization policies",
    );
  });
});
