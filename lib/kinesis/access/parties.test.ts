import { describe, expect, it } from "vitest";
import {
  accessIn,
  heldOn,
  plainStream,
  roleArnOf,
  roleWith,
  streamArnOf,
} from "@/lib/kinesis/access/test-account";
import { buildGroup, buildManagedPolicy, buildUser, documentOf } from "@/lib/model/test-iam";
import { accountId, denied, memberAccountId, organizationId, read } from "@/lib/model/test-place";
import {
  buildOrganizationPolicies,
  buildOrganizationPolicy,
  buildPolicyLevel,
} from "@/lib/model/test-organization";
import { buildConsumer, buildKey, buildKeyMetadata, buildStream, keyArn } from "@/lib/model/test-stream";

const orders = streamArnOf("orders");
const reads = { Action: ["kinesis:GetRecords", "kinesis:GetShardIterator"], Resource: orders };
const shared = (Principal: object | string, rest: object = {}) =>
  plainStream("orders", {
    resourcePolicy: read(documentOf({ Principal, ...reads, ...rest }), "kinesis:GetResourcePolicy"),
  });
const theirs = (kind: string) => `arn:aws:iam::${memberAccountId}:${kind}`;

describe("users, groups and roles", () => {
  it("hold what their own, attached and group policies allow", () => {
    const managed = buildManagedPolicy({
      name: "put",
      document: documentOf({ Action: "kinesis:PutRecord", Resource: orders }),
    });
    const group = buildGroup({
      name: "readers",
      inlinePolicies: [{ name: "read", document: documentOf(reads) }],
      attachedPolicyArns: [managed.arn],
    });
    const access = accessIn({
      inventory: {
        users: [buildUser({ groupNames: ["readers"] })],
        groups: [group],
        managedPolicies: [managed],
        roles: [],
      },
    });
    expect(heldOn(access)).toEqual(["anna produce", "anna consume"]);
  });

  it("may hold anything by a document that could not be read, and say which", () => {
    const broken = roleWith("broken", [], { inlinePolicies: [{ name: "own", document: "{" }] });
    const unlisted = roleWith("unlisted", [], { attachedPolicyArns: ["arn:aws:iam::aws:policy/Gone"] });
    const orphan = buildUser({ name: "orphan", groupNames: ["nobody-listed-it"] });
    const access = accessIn({
      roles: [broken, unlisted],
      inventory: { users: [orphan], roles: [broken, unlisted] },
    });
    for (const name of ["broken", "unlisted", "orphan"])
      expect(heldOn(access).filter((cell) => cell.startsWith(name))).toEqual(
        ["administer", "share", "reshard", "produce", "consume"].map((duty) => `${name} ${duty} unknown`),
      );
    expect(access.parties.map(({ name, unreadPolicyIds }) => [name, unreadPolicyIds])).toEqual([
      ["broken", [`${roleArnOf("broken")}#inline/own`]],
      ["unlisted", ["arn:aws:iam::aws:policy/Gone"]],
      ["orphan", [`arn:aws:iam::${accountId}:user/orphan#group/nobody-listed-it`]],
    ]);
    expect(access.holdersOf(orders)[0]?.via).toEqual([{ policy: `${roleArnOf("broken")}#inline/own` }]);
  });

  it("keep what is sure beside a document that could not be read, but for its possible Deny", () => {
    const role = roleWith("half", [reads], { attachedPolicyArns: ["arn:aws:iam::aws:policy/Gone"] });
    expect(heldOn(accessIn({ roles: [role] }))).toContain("half consume unknown");
  });

  it("lose what an SCP denies, unless it was not read", () => {
    const denies = { Effect: "Deny", Action: "kinesis:GetRecords", Resource: "*" };
    const policies = [
      buildOrganizationPolicy(),
      buildOrganizationPolicy({ id: "p-1", document: documentOf(denies) }),
    ];
    const scps = [buildPolicyLevel(), buildPolicyLevel({ policies })];
    const roles = [roleWith("reader", [reads])];
    const organizationPolicies = read(buildOrganizationPolicies({ scps }), "organizations:DescribePolicy");
    expect(heldOn(accessIn({ roles, account: { organizationPolicies } }))).toEqual([]);
    const unread = { organizationPolicies: denied("organizations:ListPoliciesForTarget") };
    expect(heldOn(accessIn({ roles, account: unread }))).toEqual(["reader consume"]);
  });

  it("resolve what an inventory knows: tags, names and accounts are no open conditions", () => {
    const tagged = { Condition: { StringEquals: { "aws:ResourceTag/owner": "${aws:PrincipalTag/team}" } } };
    const role = (team: string) => roleWith(team, [{ ...reads, ...tagged }], { tags: { team } });
    const access = accessIn({ roles: [role("orders-team"), role("other-team")] });
    expect(heldOn(access)).toEqual(["orders-team consume"]);
  });

  it("hang on keys that nobody can know, and say on which", () => {
    const source = { Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } };
    const access = accessIn({ roles: [roleWith("reader", [{ ...reads, ...source }])] });
    expect(access.holdersOf(orders)[0]).toMatchObject({
      access: "conditional",
      conditions: ["aws:SourceVpce"],
    });
  });
});

describe("principals of another account", () => {
  it.each([
    ["role/reader", "role", "reader"],
    ["user/reader", "user", "reader"],
    ["root", "account", memberAccountId],
  ])(
    "hold what a resource policy grants %s, as far as their own account lets them",
    (resource, kind, name) => {
      const access = accessIn({ streams: [shared({ AWS: theirs(resource) })] });
      const [held, ...others] = access.holdersOf(orders);
      expect(others).toEqual([]);
      expect(held).toMatchObject({
        party: { kind, name, isForeign: true, accountId: memberAccountId },
        duty: "consume",
        access: "conditional",
        conditions: [`the policies of account ${memberAccountId}`],
        via: [{ policy: `${orders}#policy`, index: 0 }],
      });
    },
  );

  it("are found behind a session, and in the policies of consumers", () => {
    const session = `arn:aws:sts::${memberAccountId}:assumed-role/reader/one`;
    expect(heldOn(accessIn({ streams: [shared({ AWS: session })] }))).toEqual(["reader consume conditional"]);
    const arn = `${orders}/consumer/billing:1`;
    const policy = documentOf({
      Principal: { AWS: theirs("role/fan") },
      Action: "kinesis:SubscribeToShard",
      Resource: arn,
    });
    const consumer = buildConsumer({ arn, resourcePolicy: read(policy, "kinesis:GetResourcePolicy") });
    const streams = [plainStream("orders", { consumers: read([consumer]) })];
    expect(heldOn(accessIn({ streams }))).toEqual(["fan consume conditional"]);
  });

  it("are everybody, where a policy names everybody", () => {
    for (const principal of ["*", { AWS: "*" }]) {
      const held = accessIn({ streams: [shared(principal)] }).holdersOf(orders);
      expect(held.map(({ party }) => party.kind)).toEqual(["everyone"]);
    }
  });

  it("are not asked for, where they are no longer there, services, or of this account", () => {
    const principals = [
      { AWS: "AROAEXAMPLEDELETED001" },
      { Service: "lambda.amazonaws.com" },
      { AWS: `arn:aws:iam::${accountId}:root` },
    ];
    for (const principal of principals)
      expect(accessIn({ streams: [shared(principal)] }).parties).toEqual([]);
    expect(accessIn({ streams: [shared({ AWS: theirs("root") }, { Effect: "Deny" })] }).parties).toEqual([]);
  });

  it("cannot use the AWS managed key", () => {
    const key = buildKey({ metadata: read(buildKeyMetadata({ manager: read("aws") })) });
    const { resourcePolicy } = shared({ AWS: theirs("role/reader") });
    const stream = buildStream({
      arn: orders,
      encryption: read({ type: "kms", keyReference: keyArn }),
      resourcePolicy,
    });
    const access = accessIn({ streams: [stream], place: { keys: read([key]) } });
    expect(heldOn(access)).toEqual(["reader consume conditional blocked by key"]);
  });
});

describe("a resource policy of the account's own", () => {
  it("is enough for the role that it names", () => {
    const streams = [shared({ AWS: roleArnOf("reader") })];
    const access = accessIn({ streams, roles: [roleWith("reader", []), roleWith("other", [])] });
    expect(heldOn(access)).toEqual(["reader consume"]);
    expect(access.holdersOf(orders)[0]?.via).toEqual([{ policy: `${orders}#policy`, index: 0 }]);
  });

  it("that could not be read is a gap of the stream, and not a duty of everybody", () => {
    const roles = [roleWith("idle", [])];
    const Principal = { AWS: roleArnOf("idle") };
    const texts = [
      "{",
      documentOf({ ...reads }),
      documentOf({ Principal, ...reads, Condition: { StringResembles: { "aws:SourceVpce": "vpce-1" } } }),
    ];
    for (const resourcePolicy of [denied("kinesis:GetResourcePolicy"), ...texts.map((text) => read(text))]) {
      const access = accessIn({ streams: [plainStream("orders", { resourcePolicy })], roles });
      expect(heldOn(access)).toEqual([]);
      expect(access.gapsOn(orders)).toMatchObject([{ action: "kinesis:GetResourcePolicy" }]);
    }
  });
});

describe("what may hide holders", () => {
  it("is nothing where everything was read", () => {
    expect(accessIn({}).gapsOn(orders)).toEqual([]);
  });

  it("is said of each stream: the inventory, consumers, and their policies", () => {
    const iam = denied("iam:GetAccountAuthorizationDetails");
    expect(accessIn({ account: { iam } }).gapsOn(orders)).toEqual([iam.gap]);
    const consumers = denied("kinesis:ListStreamConsumers");
    const unlisted = [plainStream("orders", { consumers }), plainStream("clicks")];
    expect(accessIn({ streams: unlisted }).gapsOn(orders)).toEqual([consumers.gap]);
    expect(accessIn({ streams: unlisted }).gapsOn(streamArnOf("clicks"))).toEqual([]);
    const resourcePolicy = denied("kinesis:GetResourcePolicy");
    const one = [plainStream("orders", { consumers: read([buildConsumer({ resourcePolicy })]) })];
    expect(accessIn({ streams: one }).gapsOn(orders)).toEqual([resourcePolicy.gap]);
  });
});

it("knows the organization that it grants to", () => {
  const bound = { Condition: { StringEquals: { "aws:PrincipalOrgID": organizationId } } };
  const elsewhere = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-elsewhere00" } } };
  const roles = [
    roleWith("reader", [{ ...reads, ...bound }]),
    roleWith("other", [{ ...reads, ...elsewhere }]),
  ];
  expect(heldOn(accessIn({ roles }))).toEqual(["reader consume"]);
});

it("says what is left if every request has some context", () => {
  const tls = { Condition: { Bool: { "aws:SecureTransport": "false" } } };
  const Deny = { Effect: "Deny", Action: "kinesis:*", Resource: "*", ...tls };
  const roles = [roleWith("open", [reads]), roleWith("closed", [reads, Deny])];
  const left = accessIn({ roles }).heldUnder({ "aws:SecureTransport": ["false"] });
  expect(left.map(({ party, duty, sure, possible }) => [party.name, duty, sure.size, [...possible]])).toEqual(
    [["open", "consume", 1, [orders]]],
  );
});
