import { describe, expect, it } from "vitest";
import { roleWith, streamArnOf } from "@/lib/kinesis/access/test-account";
import type { Finding } from "@/lib/model/report";
import { defaultSettings } from "@/lib/model/settings";
import { buildInventory, buildManagedPolicy, buildRole, buildUser, documentOf } from "@/lib/model/test-iam";
import { accountId, denied, read, region } from "@/lib/model/test-place";
import { buildKey, keyArn } from "@/lib/model/test-stream";
import { policyId } from "@/lib/model/policy-id";
import { findFix } from "@/lib/remediation/find-fix";
import type { Fix } from "@/lib/remediation/fix";

import { findingOf, fixFor, orders, snapshotOf } from "@/lib/remediation/test-fix";

const statementsIn = (text: string | undefined): unknown => JSON.parse(text ?? "{}").Statement;

describe("a policy that reaches too far", () => {
  const statement = {
    Action: ["kinesis:Get*", "kinesis:PutRecord", "s3:GetObject"],
    Resource: streamArnOf("*"),
  };
  const role = roleWith("reader", [statement]);
  const own = policyId.inline(role.arn, "own");
  const snapshot = snapshotOf({}, { iam: read(buildInventory({ roles: [role], managedPolicies: [] })) });
  const cause = { document: { policyId: own, statements: [0] } };

  it("names the streams of records, and leaves the other actions where they were", () => {
    const fix = fixFor(findingOf("KDS-LP-03", cause), snapshot);
    expect(statementsIn(fix.documents[0]?.after)).toEqual([
      {
        Effect: "Allow",
        Action: ["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:PutRecord"],
        Resource: [orders.arn],
      },
      { Effect: "Allow", Action: ["s3:GetObject", "kinesis:GetResourcePolicy"], Resource: streamArnOf("*") },
    ]);
    expect(fix.commands[0]).toMatch(
      /^aws iam put-role-policy --role-name reader --policy-name own --policy-document '/,
    );
    const { iam } = fix.apply(snapshot).accounts[0]!;
    expect(iam.known && statementsIn(iam.value.roles[0]?.inlinePolicies[0]?.document)).toHaveLength(2);
  });

  it("spells out a wildcard, without what counts on nothing there", () => {
    const role2 = roleWith("admin", [{ Action: "kinesis:*", Resource: orders.arn }]);
    const inventory = buildInventory({ roles: [role2], managedPolicies: [] });
    const document = { policyId: policyId.inline(role2.arn, "own"), statements: [0] };
    const fix = fixFor(findingOf("KDS-LP-04", { document }), snapshotOf({}, { iam: read(inventory) }));
    const after = fix.documents[0]?.after ?? "";
    expect(after).toContain("kinesis:PutRecords");
    expect(after).not.toMatch(/\*|SubscribeToShard|UpdateShardCount|ListStreams"/);
  });

  it("is put into a managed policy as a new version, of which Terraform keeps name and path", () => {
    const arn = `arn:aws:iam::${accountId}:policy/team/wide`;
    const policy = buildManagedPolicy({ arn, name: "wide", document: documentOf(statement) });
    const holder = buildRole({ attachedPolicyArns: [arn] });
    const inventory = buildInventory({ roles: [holder], managedPolicies: [policy] });
    const document = { policyId: arn, statements: [0] };
    const fix = fixFor(findingOf("KDS-LP-03", { document }), snapshotOf({}, { iam: read(inventory) }));
    expect(fix.commands[0]).toContain(`create-policy-version --policy-arn ${arn} `);
    expect(fix.commands[0]).toContain("--set-as-default");
    expect(fix.terraform).toContain('name = "wide"\n  path = "/team/"');
  });

  it.each([
    ["user", buildUser({ name: "ann", inlinePolicies: [{ name: "own", document: documentOf(statement) }] })],
  ])("is put back to a %s by its own command", (owner, user) => {
    const inventory = buildInventory({ users: [user], roles: [], managedPolicies: [] });
    const document = { policyId: policyId.inline(user.arn, "own"), statements: [0] };
    const fix = fixFor(findingOf("KDS-LP-03", { document }), snapshotOf({}, { iam: read(inventory) }));
    expect(fix.commands[0]).toContain(`put-${owner}-policy --${owner}-name ann`);
  });

  it("has no fix where only AWS can change it, or where it allows every service", () => {
    const aws = buildManagedPolicy({
      arn: "arn:aws:iam::aws:policy/X",
      awsManaged: true,
      document: documentOf(statement),
    });
    const all = roleWith("all", [{ Action: "*", Resource: "*" }]);
    const inventory = buildInventory({ roles: [all], managedPolicies: [aws] });
    const given = snapshotOf({}, { iam: read(inventory) });
    const settings = defaultSettings;
    for (const id of [aws.arn, policyId.inline(all.arn, "own"), "gone"]) {
      const finding = findingOf("KDS-LP-03", { document: { policyId: id, statements: [0] } });
      expect(findFix({ finding, snapshot: given, settings })).toBeUndefined();
    }
  });
});

describe("a stream's policy", () => {
  const stranger = "arn:aws:iam::999988887777:role/partner";
  const friend = `arn:aws:iam::${accountId}:role/friend`;
  const document = { policyId: policyId.resource(orders.arn), statements: [0] };
  const closing = (principal: unknown) => {
    const text = documentOf({ Principal: principal, Action: "kinesis:GetRecords", Resource: orders.arn });
    const given = snapshotOf({ streams: read([{ ...orders, resourcePolicy: read(text) }]) });
    const fix = fixFor(findingOf("KDS-SHR-01", { document, principals: [stranger] }), given);
    const [after] = fix.apply(given).accounts[0]!.regions;
    return { fix, policy: after?.streams.known && after.streams.value[0]?.resourcePolicy };
  };

  it("loses whoever nobody knows, and keeps the others", () => {
    const { fix } = closing({ AWS: [stranger, friend, "999988887777"], Service: "firehose.amazonaws.com" });
    expect(statementsIn(fix.documents[0]?.after)).toMatchObject([
      { Principal: { Service: "firehose.amazonaws.com", AWS: [friend] } },
    ]);
    expect(fix.commands[0]).toContain(
      `put-resource-policy --region ${region} --resource-arn ${orders.arn} --policy '`,
    );
  });

  it.each([{ AWS: stranger }, "*"])("is taken away whole where it admits nobody else: %j", (principal) => {
    const { fix, policy } = closing(principal);
    expect(fix.commands).toEqual([
      `aws kinesis delete-resource-policy --region ${region} --resource-arn ${orders.arn}`,
    ]);
    expect(policy).toMatchObject({ known: true, value: null });
  });
});

it("a stream's policy that is no policy is left alone, and not taken away", () => {
  const document = { policyId: policyId.resource(orders.arn), statements: [0] };
  const finding = findingOf("KDS-SHR-01", { document, principals: ["999988887777"] });
  for (const text of ["\uFEFF{", '{"Statement":[{"Effect":1}]}'])
    expect(
      findFix({
        finding,
        snapshot: snapshotOf({ streams: read([{ ...orders, resourcePolicy: read(text) }]) }),
        settings: defaultSettings,
      }),
    ).toBeUndefined();
});

it("a key of a user is switched off, by its id alone", () => {
  const user = `arn:aws:iam::${accountId}:user/service/gateway`;
  const key = {
    id: "AKIAIOSFODNN7EXAMPLE",
    active: true,
    createdAt: "2020-01-01T00:00:00.000Z",
    lastUsed: read(null),
  };
  const other = { ...key, id: "AKIAI44QH8DHBEXAMPLE" };
  const given = snapshotOf({}, { accessKeys: read([{ userArn: user, keys: read([key, other]) }]) });
  const cause = { kind: "principal", id: `${user}#access-key/${key.id}` } as const;
  const fix = fixFor(findingOf("KDS-CRED-02", cause), given);
  expect(fix.commands).toEqual([
    `aws iam update-access-key --user-name gateway --access-key-id ${key.id} --status Inactive`,
  ]);
  const { accessKeys } = fix.apply(given).accounts[0]!;
  const keys = accessKeys.known ? accessKeys.value[0]?.keys : undefined;
  expect(keys?.known && keys.value.map(({ active }) => active)).toEqual([false, true]);
});

describe("a setting", () => {
  it("of retention is raised to what is asked for, and never shortened", () => {
    const fix = fixFor(findingOf("KDS-OPS-02"), snapshotOf(), { retentionHoursMin: 720 });
    expect(fix.commands).toEqual([
      `aws kinesis increase-stream-retention-period --region ${region} --stream-arn ${orders.arn} --retention-period-hours 720`,
    ]);
    const settings = { ...defaultSettings, retentionHoursMax: 24 };
    expect(findFix({ finding: findingOf("KDS-OPS-02"), snapshot: snapshotOf(), settings })).toBeUndefined();
  });

  it("of a key is changed by the key's own commands", () => {
    const pending = buildKey({
      rotation: read({ enabled: false }),
      metadata: read({
        manager: read("customer" as const),
        state: read("PendingDeletion"),
        origin: read("AWS_KMS"),
        spec: read("SYMMETRIC_DEFAULT"),
        deletionAt: "2026-12-01T00:00:00.000Z",
      }),
    });
    const given = snapshotOf({ keys: read([pending]) });
    const cause = { kind: "key", id: keyArn } as const;
    const verbsOf = ({ commands }: Fix) => commands.map((line) => line.split(" ")[2]);
    const kept = fixFor(findingOf("KDS-REST-03", cause), given);
    expect(verbsOf(kept)).toEqual(["cancel-key-deletion", "enable-key", "enable-key-rotation"]);
    expect(JSON.stringify(kept.apply(given))).not.toContain("deletionAt");
    expect(verbsOf(fixFor(findingOf("KDS-REST-04", cause), given))).toEqual(["enable-key-rotation"]);
  });

  it("of encryption makes a key of the stream's own, by its name", () => {
    const fix = fixFor(findingOf("KDS-REST-01"));
    expect(fix.commands.map((line) => /kms ([\w-]+)|kinesis ([\w-]+)/.exec(line)?.[0])).toEqual([
      "kms create-key",
      "kms enable-key-rotation",
      "kms create-alias",
      "kinesis start-stream-encryption",
    ]);
    expect(fix.terraform).toContain("kms_key_id      = aws_kms_key.orders.arn");
  });
});

it("has no fix for what could not be read, or is no longer there", () => {
  const settings = defaultSettings;
  const none = (finding: Finding, snapshot = snapshotOf()) =>
    expect(findFix({ finding, snapshot, settings })).toBeUndefined();
  none(findingOf("KDS-OPS-02", {}, { status: "unknown" }));
  none(findingOf("KDS-CRED-05"));
  none(findingOf("constructor"));
  none(findingOf("KDS-REST-04", { id: "gone" }));
  none(findingOf("KDS-NET-04", {}, { subjects: [] }));
  none(findingOf("KDS-REST-01"), snapshotOf({ streams: denied("kinesis:ListStreams") }));
});
