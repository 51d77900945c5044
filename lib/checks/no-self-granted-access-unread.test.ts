import { describe, expect, it } from "vitest";
import type { IamInventory } from "@/lib/model/iam-inventory";
import { buildInventory, buildUser } from "@/lib/model/test-iam";
import { denied, deniedGap, read } from "@/lib/model/test-place";
import { buildRegion } from "@/lib/model/test-snapshot";
import { buildKey, buildStream } from "@/lib/model/test-stream";
import { noSelfGrantedAccess } from "@/lib/checks/no-self-granted-access";
import { anna, changesTrust, judged, orders, reader } from "@/lib/checks/test-escalation";
import { verdictsOf } from "@/lib/checks/test-verdicts";

describe("it does not guess", () => {
  it("what a document that cannot be read lets somebody do", () => {
    const broken = buildUser({ name: "broken", inlinePolicies: [{ name: "own", document: "{" }] });
    const { ofStream, ofAccount } = judged({ users: [broken] });
    const gaps = [expect.objectContaining({ reason: "malformed", resource: `${broken.arn}#inline/own` })];
    expect(ofStream).toMatchObject({ status: "unknown", severity: "high" });
    expect(ofAccount).toMatchObject({ status: "unknown", gaps });
  });

  it("who may assume a reader whose trust policy cannot be read", () => {
    expect(judged({ roles: [{ ...reader, trustPolicy: "{" }] }).ofStream).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "malformed", resource: reader.arn }],
    });
  });

  it("what the identities are", () => {
    const verdicts = verdictsOf(noSelfGrantedAccess, {
      account: { iam: denied("iam:GetAccountAuthorizationDetails") },
    });
    expect(verdicts).toMatchObject([
      { status: "unknown", gaps: [deniedGap("iam:GetAccountAuthorizationDetails")] },
      { status: "unknown", gaps: [deniedGap("iam:GetAccountAuthorizationDetails")] },
    ]);
  });

  it("what the organization's policies deny, which it says of a fail", () => {
    const account = (users: IamInventory["users"]) =>
      verdictsOf(noSelfGrantedAccess, {
        account: {
          iam: read(buildInventory({ users, roles: [reader], managedPolicies: [] })),
          regions: [buildRegion({ streams: read([orders]) })],
          organizationPolicies: denied("organizations:ListPoliciesForTarget"),
        },
      })[0];
    const note = "Organization policies were not read.";
    expect(account([anna(changesTrust)])).toMatchObject({
      status: "fail",
      evidence: expect.stringContaining(note),
    });
    expect(account([])).toMatchObject({ status: "pass", evidence: expect.not.stringContaining(note) });
  });

  it("what a stream's policy or a key's says", () => {
    const resourcePolicy = denied("kinesis:GetResourcePolicy");
    expect(judged({}, { streams: read([{ ...orders, resourcePolicy }]) }).ofStream).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("kinesis:GetResourcePolicy")],
    });
    const keys = read([buildKey({ policy: denied("kms:GetKeyPolicy") })]);
    const users = [anna({ Action: "kinesis:PutResourcePolicy", Resource: orders.arn })];
    expect(judged({ users }, { streams: read([buildStream()]), keys }).ofStream).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("kms:GetKeyPolicy")],
    });
  });

  it("which streams there are", () => {
    const { ofStreams } = judged({}, { streams: denied("kinesis:ListStreams") });
    expect(ofStreams).toMatchObject([{ status: "unknown", gaps: [deniedGap("kinesis:ListStreams")] }]);
  });

  it("but what is proven is a fail, with the gap beside it", () => {
    const resourcePolicy = denied("kinesis:GetResourcePolicy");
    const { ofStream } = judged(
      { users: [anna(changesTrust)] },
      { streams: read([{ ...orders, resourcePolicy }]) },
    );
    expect(ofStream).toMatchObject({ status: "fail", gaps: [deniedGap("kinesis:GetResourcePolicy")] });
  });
});
