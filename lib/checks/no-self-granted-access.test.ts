import { describe, expect, it } from "vitest";
import {
  administratorAccessArn,
  buildAdministratorAccess,
  buildInventory,
  buildUser,
} from "@/lib/model/test-iam";
import { accountId, read } from "@/lib/model/test-place";
import { buildRegion } from "@/lib/model/test-snapshot";
import { noSelfGrantedAccess } from "@/lib/checks/no-self-granted-access";
import { anna, changesTrust, inline, judged, orders, reader } from "@/lib/checks/test-escalation";
import { verdictsOf } from "@/lib/checks/test-verdicts";

const unseen = "Code that somebody may put into pods";

it("passes where nobody without access can take it, and says what was not looked at", () => {
  expect(judged({}).ofStream).toMatchObject({
    status: "pass",
    subject: { scope: "stream", id: orders.arn },
    evidence: expect.stringContaining(
      `None: nobody without access to the records can take it in one step. ${unseen}`,
    ),
  });
});

it("passes an account without users and roles", () => {
  expect(judged({ roles: [] }).ofStream?.status).toBe("pass");
});

it("fails where somebody can change the trust policy of a reader", () => {
  expect(judged({ users: [anna(changesTrust)] }).ofStream).toMatchObject({
    status: "fail",
    severity: "high",
    evidence: expect.stringMatching(
      /^The trust policy of role reader can be changed by user anna \(iam:UpdateAssumeRolePolicy\)\. .*is not judged\.$/,
    ),
    causes: [{ kind: "principal", id: `change-trust ${reader.arn}`, principals: [anna().arn] }],
  });
});

it("says once of a role who can take it over, by each technique, with everybody who can", () => {
  const bert = buildUser({ name: "bert", inlinePolicies: inline(changesTrust) });
  const { ofStream } = judged({ users: [anna(changesTrust), bert] });
  expect(ofStream?.causes).toMatchObject([
    { label: expect.stringContaining("by user anna and user bert"), principals: [anna().arn, bert.arn] },
  ]);
});

it("says on what it depends", () => {
  const fromOffice = { ...changesTrust, Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } };
  expect(judged({ users: [anna(fromOffice)] }).ofStream).toMatchObject({
    status: "fail",
    evidence: expect.stringContaining("depending on aws:SourceIp."),
  });
});

describe("whoever reaches the administration of the account", () => {
  const writes = { Action: "iam:PutUserPolicy", Resource: anna().arn };

  it("is reported once for the account, and fails no stream", () => {
    const { ofAccount, ofStream } = judged({ users: [anna(writes)] });
    expect(ofAccount).toMatchObject({
      status: "fail",
      severity: "high",
      subject: { scope: "account", id: accountId },
      causes: [
        {
          id: "account-administration",
          label:
            "1 principal can make itself an administrator of the account in one step, and so reach every stream: user anna by iam:PutUserPolicy.",
          principals: [anna().arn],
        },
      ],
    });
    expect(ofStream).toMatchObject({
      status: "pass",
      evidence: expect.stringContaining(
        "Left aside: 1 principal that can become one in one step (KDS-LP-07).",
      ),
    });
  });

  it("is one finding, whatever number of them there is", () => {
    const users = ["anna", "bert", "carl", "dora", "emil"].map((name) =>
      buildUser({ name, inlinePolicies: inline({ ...writes, Resource: "*" }) }),
    );
    expect(judged({ users }).ofAccount).toMatchObject({
      causes: [
        {
          label: expect.stringMatching(/^5 principals can make themselves administrators .*; and 2 more\.$/),
        },
      ],
    });
  });

  it("is nobody in an account where nobody can", () => {
    expect(judged({}).ofAccount).toBeUndefined();
  });

  it("is nobody who is one already", () => {
    const users = [buildUser({ attachedPolicyArns: [administratorAccessArn] })];
    const { ofAccount, ofStream } = judged({ users, managedPolicies: [buildAdministratorAccess()] });
    expect([ofAccount, ofStream?.status]).toEqual([undefined, "pass"]);
  });

  it("is said once, in the first Region of several", () => {
    const iam = read(buildInventory({ users: [anna(writes)], managedPolicies: [] }));
    const regions = [
      buildRegion({ streams: read([orders]) }),
      buildRegion({ region: "us-east-1", streams: read([]) }),
    ];
    const verdicts = verdictsOf(noSelfGrantedAccess, { account: { iam, regions } });
    expect(verdicts.map(({ subject }) => subject.scope)).toEqual(["account", "stream"]);
  });
});
