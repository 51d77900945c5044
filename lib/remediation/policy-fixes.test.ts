import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { roleWith, streamArnOf } from "@/lib/kinesis/access/test-account";
import type { Finding } from "@/lib/model/report";
import { defaultSettings } from "@/lib/model/settings";
import { buildInventory, buildManagedPolicy, buildRole, buildUser, documentOf } from "@/lib/model/test-iam";
import { accountId, read, region } from "@/lib/model/test-place";
import { buildFunction, buildInstance } from "@/lib/model/test-workloads";
import { policyId } from "@/lib/model/policy-id";
import { findFix } from "@/lib/remediation/find-fix";
import { findingOf, fixFor, orders, snapshotOf } from "@/lib/remediation/test-fix";
import { whyNoFix } from "@/lib/remediation/why-no-fix";

const both = { Action: ["kinesis:PutRecord", "kinesis:Get*"], Resource: orders.arn };
const statementsIn = (text: string | undefined): unknown => JSON.parse(text ?? "{}").Statement;
const noFix = (finding: Finding, snapshot: ReturnType<typeof snapshotOf>) =>
  findFix({ finding, snapshot, settings: defaultSettings });
const inventoryOf = (parts: Parameters<typeof buildInventory>[0]) =>
  snapshotOf({}, { iam: read(buildInventory({ roles: [], managedPolicies: [], ...parts })) });
const mixing = (id: string, principals: string[]) => ({
  kind: "policy" as const,
  id,
  document: { policyId: id, statements: [0] },
  principals,
});

describe("two duties in one hand", () => {
  const role = roleWith("worker", [both]);
  const own = policyId.inline(role.arn, "own");

  it("are parted by taking one out of the policy that lists them", () => {
    const fix = fixFor(findingOf("KDS-SOD-01", mixing(own, [role.arn])), inventoryOf({ roles: [role] }));
    expect(statementsIn(fix.documents[0]?.after)).toEqual([
      { Effect: "Allow", Action: ["kinesis:PutRecord", "kinesis:GetResourcePolicy"], Resource: orders.arn },
    ]);
  });

  it("are parted by a Deny where a statement allows every service, on the stream and its consumers", () => {
    const all = roleWith("all", [{ Action: "*", Resource: "*" }]);
    const cause = mixing(policyId.inline(all.arn, "own"), [all.arn]);
    const many = inventoryOf({ roles: [all] });
    const fix = fixFor(findingOf("KDS-SOD-01", cause, { streamArns: [] }), many);
    expect(fix.commands[0]).toMatch(/^aws iam put-role-policy --role-name all --policy-name no-reading-/);
    expect(statementsIn(fix.documents[0]?.after)).toMatchObject([{ Effect: "Deny", Resource: ["*"] }]);
    const { iam } = fix.apply(many).accounts[0]!;
    expect(iam.known && iam.value.roles[0]?.inlinePolicies).toHaveLength(2);
  });

  it("are parted in a copy of what AWS manages, which takes its place", () => {
    const arn = "arn:aws:iam::aws:policy/Both";
    const managed = buildManagedPolicy({ arn, name: "Both", awsManaged: true, document: documentOf(both) });
    const holder = buildRole({ attachedPolicyArns: [arn] });
    const given = inventoryOf({ roles: [holder], managedPolicies: [managed] });
    const fix = fixFor(findingOf("KDS-SOD-01", mixing(arn, [holder.arn])), given);
    const verbs = fix.commands.map((text) => text.split(" ")[2]);
    expect(verbs).toEqual(["create-policy", "attach-role-policy", "detach-role-policy"]);
    const { iam } = fix.apply(given).accounts[0]!;
    expect(iam.known && iam.value.roles[0]?.attachedPolicyArns).toEqual([
      `arn:aws:iam::${accountId}:policy/Both-01234567`,
    ]);
    expect(fix.terraform).toContain("policy_arn = aws_iam_policy.Both-01234567.arn");
    expect(fix.cloudFormation).toContain('"Roles": [');
  });

  it("are left to those who look after a permission set, and that is said", () => {
    const kept = buildRole({ ...roleWith("sso", [both]), path: "/aws-reserved/sso.amazonaws.com/" });
    const snapshot = inventoryOf({ roles: [kept] });
    const finding = findingOf("KDS-SOD-01", { kind: "principal", id: kept.arn, principals: [kept.arn] });
    expect(noFix(finding, snapshot)).toBeUndefined();
    expect(whyNoFix({ finding, snapshot, settings: defaultSettings })).toContain("IAM Identity Center");
  });

  it("are put into a policy each, and nobody's access changes", () => {
    const given = inventoryOf({ roles: [role] });
    const fix = fixFor(findingOf("KDS-SOD-04", mixing(own, [role.arn])), given);
    const after = fix.documents.map((document) => statementsIn(document.after));
    expect(after).toEqual([
      [{ Effect: "Allow", Action: ["kinesis:GetRecords", "kinesis:GetShardIterator"], Resource: orders.arn }],
      [{ Effect: "Allow", Action: ["kinesis:PutRecord", "kinesis:GetResourcePolicy"], Resource: orders.arn }],
    ]);
    expect(fix.commands[0]).toContain("create-policy");
  });
});

describe("a Deny for a principal", () => {
  const user = buildUser({ name: "ann" });
  const given = inventoryOf({ users: [user] });
  const finding = findingOf("KDS-CRED-01", { kind: "principal", id: user.arn, principals: [user.arn] });

  it("is a managed policy where a user has no room for an inline one", () => {
    const long = { name: "long", document: "x".repeat(1900) };
    const full = inventoryOf({ users: [buildUser({ name: "ann", inlinePolicies: [long] })] });
    expect(fixFor(finding, given).commands[0]).toContain("put-user-policy");
    const fix = fixFor(finding, full);
    expect(fix.commands.map((text) => text.split(" ")[2])).toEqual(["create-policy", "attach-user-policy"]);
    const attached = Array.from({ length: 10 }, (_, index) => `arn:aws:iam::aws:policy/P${index}`);
    const none = buildUser({ name: "ann", inlinePolicies: [long], attachedPolicyArns: attached });
    expect(noFix(finding, inventoryOf({ users: [none] }))).toBeUndefined();
  });

  it("is none where it stands there already and has not helped", () => {
    const changed = fixFor(finding, given).apply(given);
    expect(noFix(finding, changed)).toBeUndefined();
  });

  it("asks for MFA alone where somebody administers, by the user or on the way to the role", () => {
    const mfa = findingOf("KDS-CRED-04", { id: user.arn, principals: [user.arn] });
    expect(statementsIn(fixFor(mfa, given).documents[0]?.after)).toMatchObject([
      { Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } },
      { Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } },
      { Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } },
    ]);
    const role = "arn:aws:iam::111122223333:role/boss";
    const asRole = findingOf("KDS-CRED-04", { id: `${user.arn} as ${role}`, principals: [user.arn] });
    expect(statementsIn(fixFor(asRole, given).documents[0]?.after)).toMatchObject([
      { Action: "sts:AssumeRole", Resource: role },
    ]);
  });

  it.each([
    ["change-trust", "iam:UpdateAssumeRolePolicy"],
    ["pass-role", "iam:PassRole"],
    ["assume-role", "sts:AssumeRole"],
    ["create-channel", "iam:PassRole"],
  ])("takes %s away by refusing %s on the role", (technique, action) => {
    const target = "arn:aws:iam::111122223333:role/boss";
    const step = findingOf("KDS-LP-07", { id: `${technique} ${target}`, principals: [user.arn] });
    expect(statementsIn(fixFor(step, given).documents[0]?.after)).toEqual([
      { Effect: "Deny", Action: action, Resource: target },
    ]);
  });

  it("keeps code out of what runs as the role, and lets it into everything else", () => {
    const boss = buildRole({
      name: "boss",
      instanceProfileArns: [`arn:aws:iam::${accountId}:instance-profile/boss`],
    });
    const functions = read([
      buildFunction({ roleArn: boss.arn }),
      buildFunction({ arn: "other", roleArn: "other" }),
    ]);
    const instances = read([buildInstance({ instanceProfileArn: boss.instanceProfileArns[0] ?? "" })]);
    const iam = read(buildInventory({ users: [user], roles: [boss], managedPolicies: [] }));
    const step = findingOf("KDS-LP-07", { id: `put-code ${boss.arn}`, principals: [user.arn] });
    const fix = fixFor(step, snapshotOf({ functions, instances }, { iam }));
    const instanceArns = [`arn:aws:ec2:${region}:${accountId}:instance/i-0a1`];
    expect(statementsIn(fix.documents[0]?.after)).toEqual([
      { Effect: "Deny", Action: "lambda:UpdateFunctionCode", Resource: [buildFunction().arn] },
      { Effect: "Deny", Action: "ssm:StartSession", Resource: instanceArns },
      { Effect: "Deny", Action: "ssm:SendCommand", Resource: instanceArns },
    ]);
  });

  it("knows no technique of another name", () => {
    const step = findingOf("KDS-LP-07", { id: "account-administration", principals: [user.arn] });
    expect(noFix(step, given)).toBeUndefined();
  });
});

describe("a statement by exception", () => {
  it("has Kinesis taken out of it, and what it left of Kinesis named", () => {
    const role = roleWith("night", []);
    const text = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", NotAction: ["iam:*", "kinesis:Put*"], Resource: orders.arn }],
    });
    const night = { ...role, inlinePolicies: [{ name: "own", document: text }] };
    const cause = mixing(policyId.inline(role.arn, "own"), [role.arn]);
    const fix = fixFor(findingOf("KDS-LP-05", cause), inventoryOf({ roles: [night] }));
    const [first, second] = z
      .array(z.looseObject({ Action: z.array(z.string()).optional() }))
      .parse(statementsIn(fix.documents[0]?.after));
    expect(first).toMatchObject({ NotAction: ["iam:*", "kinesis:Put*", "kinesis:*"] });
    expect(second?.Action).toContain("kinesis:GetRecords");
    expect(second?.Action).not.toContain("kinesis:PutRecord");
    expect(second?.Action).not.toContain("kinesis:ListStreams");
  });
});

describe("a name that matches nothing", () => {
  it("is taken out wherever the document has one, and the rest is left", () => {
    const role = roleWith("dead", [
      { Action: "kinesis:PutRecord", Resource: streamArnOf("gone") },
      { Action: "kinesis:GetRecords", Resource: [streamArnOf("gone"), orders.arn, "arn:aws:s3:::b/*"] },
    ]);
    const cause = mixing(policyId.inline(role.arn, "own"), [role.arn]);
    const fix = fixFor(findingOf("KDS-LP-06", cause), inventoryOf({ roles: [role] }));
    expect(statementsIn(fix.documents[0]?.after)).toEqual([
      { Effect: "Allow", Action: ["kinesis:GetRecords"], Resource: [orders.arn, "arn:aws:s3:::b/*"] },
    ]);
    expect(fix.announces.map(({ checkId }) => checkId)).toContain("KDS-LP-03");
  });
});

describe("text of a policy that others chose", () => {
  it("is taken as it is by the shell, by Terraform and by CloudFormation", () => {
    const hostile = "a'; touch /tmp/x #${aws:username}%{for}\"$(id)`id`";
    const condition = { StringEquals: { "aws:PrincipalTag/team": hostile } };
    const role = roleWith("worker", [{ ...both, Condition: condition }]);
    const cause = mixing(policyId.inline(role.arn, "own"), [role.arn]);
    const fix = fixFor(findingOf("KDS-SOD-01", cause), inventoryOf({ roles: [role] }));
    expect(fix.terraform).toContain("#$${aws:username}%%{for}");
    expect(fix.cloudFormation).toContain(JSON.stringify(hostile));
    const [command = ""] = fix.commands;
    const shown = spawnSync("sh", ["-c", command.replace(/^aws /, "printf '%s\\n' ")], { encoding: "utf8" });
    expect(shown.stdout).toContain(JSON.stringify(hostile));
  });
});
