import { describe, expect, it } from "vitest";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import {
  administratorAccessArn,
  buildAdministratorAccess,
  buildInventory,
  buildManagedPolicy,
  buildRole,
  documentOf,
  trustOf,
} from "@/lib/model/test-iam";
import { denied, deniedGap, read } from "@/lib/model/test-place";
import { buildRegion } from "@/lib/model/test-snapshot";
import { buildChannel, buildStream } from "@/lib/model/test-stream";
import { rolesAssumedByKnownPrincipals } from "@/lib/checks/roles-assumed-by-known-principals";
import { verdictOf } from "@/lib/checks/test-verdicts";
import { plain, trusting, verdictOn } from "@/lib/checks/trust/test-trust";

describe("roles", () => {
  const account = (roles: ReturnType<typeof buildRole>[]) => ({
    account: {
      iam: read(
        buildInventory({ roles, managedPolicies: [buildManagedPolicy(), buildAdministratorAccess()] }),
      ),
      regions: [buildRegion({ streams: read([plain]) })],
    },
  });
  const open = { trustPolicy: documentOf({ Principal: "*", Action: "sts:AssumeRole" }) };

  it("without a duty on the stream are not looked at", () => {
    expect(verdictOf(rolesAssumedByKnownPrincipals, account([buildRole(open)]))).toMatchObject({
      status: "pass",
      evidence: "None: no role reaches the stream.",
    });
  });

  it("that administer the account are not exempt", () => {
    const role = buildRole({ ...open, attachedPolicyArns: [administratorAccessArn] });
    expect(verdictOf(rolesAssumedByKnownPrincipals, account([role]))).toMatchObject({
      severity: "critical",
      status: "fail",
    });
  });

  it("that AWS keeps for its services are left out", () => {
    const role = buildRole({
      ...open,
      path: "/aws-service-role/x.amazonaws.com/",
      attachedPolicyArns: [administratorAccessArn],
    });
    expect(verdictOf(rolesAssumedByKnownPrincipals, account([role])).status).toBe("pass");
  });

  it("that the key keeps from the records are left out", () => {
    const role = buildRole({ ...open, attachedPolicyArns: [buildManagedPolicy().arn] });
    const change = account([role]);
    const regions = [buildRegion({ streams: read([buildStream()]) })];
    expect(verdictOf(rolesAssumedByKnownPrincipals, { account: { ...change.account, regions } }).status).toBe(
      "pass",
    );
  });
});

describe("the role that a channel delivers as", () => {
  const delivery = buildRole({
    name: "orders-archive",
    trustPolicy: trustOf({ Service: "kinesis.amazonaws.com" }),
  });
  const on = (place: Partial<RegionSnapshot>, stream = plain) =>
    verdictOf(rolesAssumedByKnownPrincipals, {
      account: {
        iam: read(buildInventory({ roles: [delivery], managedPolicies: [] })),
        regions: [buildRegion({ streams: read([stream]), ...place })],
      },
    });

  it("is looked at, though it holds no duty", () => {
    expect(on({ channels: read([buildChannel()]) })).toMatchObject({
      status: "fail",
      severity: "low",
      causes: [{ id: `${delivery.arn}#trust kinesis.amazonaws.com` }],
    });
    expect(on({ channels: read([buildChannel({ streamArns: [] })]) }).status).toBe("pass");
  });

  it("is not known where channels were not read, unless there are none", () => {
    const channels = denied("kinesis:ListChannels");
    const gaps = [deniedGap("kinesis:ListChannels")];
    expect(on({ channels }, { ...plain, channelCount: read(1) })).toMatchObject({ status: "unknown", gaps });
    expect(
      on({ channels }, { ...plain, channelCount: denied("kinesis:DescribeStreamSummary") }),
    ).toMatchObject({
      status: "unknown",
      gaps,
    });
    expect(on({ channels }).status).toBe("pass");
    const undescribed = buildChannel({ roleArn: denied("kinesis:DescribeChannel") });
    expect(on({ channels: read([undescribed]) })).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("kinesis:DescribeChannel")],
    });
  });
});

describe("it does not guess", () => {
  it("what a trust policy that cannot be read says", () => {
    expect(verdictOn("{")).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "malformed", action: "iam:GetAccountAuthorizationDetails" }],
    });
  });

  it("what a principal means that AWS does not accept", () => {
    expect(trusting({ AWS: "arn:aws:iam::*:root" })).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "malformed", message: expect.stringContaining("arn:aws:iam::*:root") }],
    });
  });

  it("who the roles are", () => {
    const iam = denied("iam:GetAccountAuthorizationDetails");
    expect(verdictOn(trustOf(), { account: { iam } })).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("iam:GetAccountAuthorizationDetails")],
    });
  });
});
