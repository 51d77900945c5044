import { describe, expect, it } from "vitest";
import { buildGroup, buildRole, buildUser, documentOf } from "@/lib/model/test-iam";
import { accountId, read, strangeAccountId } from "@/lib/model/test-place";
import { buildConsumer, buildKey, buildStream, keyArn, streamArn } from "@/lib/model/test-stream";
import {
  administrator,
  arnOf,
  policyWith,
  reads,
  roleWith,
  serviceLinked,
  streamAdministrator,
  streamNamed,
  verdictIn,
  verdictsIn,
  writes,
  sharedWith,
  partnerArn,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";
import { writersCannotRead } from "@/lib/checks/writers-cannot-read";

const verdictOn = (world: World) => verdictIn(writersCannotRead, world);
const through = (endpoint: string) => ({ StringEquals: { "aws:SourceVpce": endpoint } });

describe("one principal that writes and reads fails", () => {
  it("by one document, which is the cause, with all that hold it so", () => {
    const policy = policyWith("mixed", writes, { Action: "s3:GetObject", Resource: "*" }, reads);
    const attachedPolicyArns = [policy.arn];
    const roles = ["b", "a"].map((name) => buildRole({ name, attachedPolicyArns }));
    expect(verdictOn({ roles, managedPolicies: [policy] })).toMatchObject({
      status: "fail",
      severity: "high",
      subject: { scope: "stream", id: streamArn },
      evidence: "Policy mixed alone lets role a and role b both write and read its records.",
      causes: [
        {
          kind: "policy",
          id: policy.arn,
          document: { policyId: policy.arn, statements: [0, 2] },
          principals: [`arn:aws:iam::${accountId}:role/a`, `arn:aws:iam::${accountId}:role/b`],
        },
      ],
    });
  });

  it("by two documents, and is the cause itself", () => {
    const policies = [policyWith("writing", writes), policyWith("reading", reads)];
    const role = buildRole({ name: "a", attachedPolicyArns: policies.map(({ arn }) => arn) });
    expect(verdictOn({ roles: [role], managedPolicies: policies }).causes).toMatchObject([
      {
        kind: "principal",
        id: role.arn,
        label: "Role a can both write and read its records, by policy reading and policy writing.",
        principals: [role.arn],
      },
    ]);
  });

  it("where reading takes two documents, of which one writes", () => {
    const [get, iterate] = reads.Action.map((Action) => ({ Action, Resource: streamArn }));
    const policies = [policyWith("one", writes, get!), policyWith("two", iterate!)];
    const role = buildRole({ name: "a", attachedPolicyArns: policies.map(({ arn }) => arn) });
    expect(verdictOn({ roles: [role], managedPolicies: policies }).causes).toMatchObject([
      { kind: "principal", id: role.arn },
    ]);
  });

  it("by PutRecord alone and an enhanced fan-out consumer", () => {
    const consumer = buildConsumer();
    const role = roleWith(
      "a",
      { Action: "kinesis:PutRecord", Resource: streamArn },
      { Action: "kinesis:SubscribeToShard", Resource: consumer.arn },
    );
    const streams = [streamNamed("orders", { consumers: read([consumer]) })];
    expect(verdictOn({ roles: [role], streams }).status).toBe("fail");
  });

  it("through a group", () => {
    const group = buildGroup({ inlinePolicies: [{ name: "g", document: documentOf(writes, reads) }] });
    const users = [buildUser({ groupNames: [group.name] })];
    expect(verdictOn({ users, groups: [group] })).toMatchObject({
      evidence:
        "The inline policy g of group developers alone lets user anna both write and read its records.",
    });
  });

  it("from another account, by the stream's policy and whatever its own account says", () => {
    const policy = sharedWith(partnerArn, writes, reads);
    const streams = [streamNamed("orders", { resourcePolicy: read(policy) })];
    expect(verdictOn({ streams }).causes).toMatchObject([
      {
        kind: "policy",
        id: `${streamArn}#policy`,
        label: `The policy of stream orders alone lets role partner of account ${strangeAccountId} both write and read its records, depending on the policies of account ${strangeAccountId}.`,
        principals: [partnerArn],
      },
    ]);
  });

  it("under a condition, and says on what it depends", () => {
    const role = roleWith("a", { ...writes, Condition: through("vpce-a") }, reads);
    expect(verdictOn({ roles: [role] }).evidence).toBe(
      "The inline policy a of role a alone lets role a both write and read its records, depending on aws:SourceVpce.",
    );
  });

  it("on some streams alone under a condition, and says that it is on some", () => {
    const [first, second] = ["orders", "clicks"].map(arnOf);
    const onFirst = { ...writes, Resource: first, Condition: through("vpce-1") };
    const role = roleWith(
      "a",
      onFirst,
      { ...writes, Resource: second },
      { ...reads, Resource: [first, second] },
    );
    const streams = ["orders", "clicks"].map((name) => streamNamed(name));
    const label =
      "The inline policy a of role a alone lets role a both write and read its records, on some streams depending on aws:SourceVpce.";
    const verdicts = verdictsIn(writersCannotRead, { roles: [role], streams });
    expect(verdicts.flatMap(({ causes }) => causes.map((cause) => cause.label))).toEqual([label, label]);
  });
});

describe("passes", () => {
  it("where one writes and another reads", () => {
    expect(verdictOn({ roles: [roleWith("a", writes), roleWith("b", reads)] })).toMatchObject({
      status: "pass",
      evidence:
        "None of the 2 principals that hold one of these duties on orders can both write and read its records.",
    });
  });

  it("where one writes this stream and reads another", () => {
    const role = roleWith("a", writes, { ...reads, Resource: arnOf("bills") });
    const streams = [streamNamed("orders"), streamNamed("bills")];
    expect(verdictsIn(writersCannotRead, { roles: [role], streams }).map(({ status }) => status)).toEqual([
      "pass",
      "pass",
    ]);
  });

  it("where nobody does either, and says none", () => {
    expect(verdictOn({})).toMatchObject({
      status: "pass",
      evidence: "None: no principal holds these duties on orders.",
    });
  });

  it("where the key lets nobody read", () => {
    const policy = JSON.stringify({
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${accountId}:root` },
          Action: "kms:*",
          Resource: "*",
        },
      ],
    });
    const keys = read([buildKey({ policy: read(policy, "kms:GetKeyPolicy") })]);
    const mayEncrypt = { Action: "kms:GenerateDataKey", Resource: keyArn };
    const world = (...more: object[]) => ({
      roles: [roleWith("a", writes, reads, mayEncrypt, ...more)],
      streams: [buildStream()],
      region: { keys },
    });
    expect(verdictOn(world()).status).toBe("pass");
    expect(verdictOn(world({ Action: "kms:Decrypt", Resource: keyArn })).status).toBe("fail");
  });

  it("but for administrators, whom other checks name and this one counts", () => {
    const roles = [administrator, streamAdministrator, serviceLinked];
    expect(verdictOn({ roles })).toMatchObject({
      status: "pass",
      evidence:
        "None: no principal holds these duties on orders. Left aside: 1 administrator of the account (KDS-LP-01) and 1 administrator of every stream (KDS-LP-02).",
    });
  });
});

it("says the same of a cause on every stream", () => {
  const streams = ["orders", "bills"].map((name) => streamNamed(name));
  const Resource = streams.map(({ arn }) => arn);
  const roles = [
    roleWith("a", { ...writes, Resource }, { ...reads, Resource }),
    roleWith("b", writes, { ...reads, Resource: streamArn }),
  ];
  const [first, second] = verdictsIn(writersCannotRead, { roles, streams });
  expect(second?.causes[0]).toBe(first?.causes[0]);
  expect(first?.causes).toHaveLength(2);
  expect(second?.causes).toHaveLength(1);
});

it("names at most five causes, and counts the rest", () => {
  const roles = Array.from({ length: 7 }, (_, each) => roleWith(`a${each}`, writes, reads));
  const { evidence, causes } = verdictOn({ roles });
  expect(causes).toHaveLength(7);
  expect(evidence).toMatch(/of role a4 alone .* 2 more causes\.$/);
});
