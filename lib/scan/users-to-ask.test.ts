import { expect, it } from "vitest";
import type { IamInventory } from "@/lib/model/iam-inventory";
import { buildGroup, buildInventory, buildManagedPolicy, buildUser, documentOf } from "@/lib/model/test-iam";
import { buildAccount, buildRegion } from "@/lib/model/test-snapshot";
import { buildConsumer, buildStream } from "@/lib/model/test-stream";
import { denied, read } from "@/lib/model/test-place";
import type { Stream } from "@/lib/model/stream";
import { usersToAsk } from "@/lib/scan/users-to-ask";

const user = buildUser();
const allow = (Action: string | string[], Resource = "*") => documentOf({ Action, Resource });
const deny = { Effect: "Deny", Action: "kinesis:*", Resource: "*" };

function askedOf(inventory: Partial<IamInventory>, stream: Stream = buildStream()) {
  const iam = read(buildInventory({ roles: [], ...inventory }));
  return usersToAsk(buildAccount({ iam, regions: [buildRegion({ streams: read([stream]) })] }));
}

it.each<{ what: string; iam: Partial<IamInventory>; asked: boolean }>([
  { what: "writes", iam: own(allow("kinesis:PutRecord")), asked: true },
  { what: "administers", iam: own(allow(["s3:*", "Kinesis:Delete*"])), asked: true },
  { what: "may do everything", iam: own(allow("*")), asked: true },
  { what: "only looks", iam: own(allow(["kinesis:Describe*", "kinesis:List*"])), asked: false },
  {
    what: "writes to a stream that is not there",
    iam: own(allow("kinesis:*", "arn:aws:kinesis:*:*:stream/x")),
    asked: false,
  },
  { what: "is denied it", iam: own(documentOf({ Action: "kinesis:*", Resource: "*" }, deny)), asked: false },
  { what: "has another service", iam: own(allow("firehose:*")), asked: false },
  { what: "has a document that nobody understands", iam: own("{"), asked: true },
  { what: "has no policy", iam: { users: [user] }, asked: false },
  {
    what: "has a managed policy",
    iam: { users: [buildUser({ attachedPolicyArns: [buildManagedPolicy().arn] })] },
    asked: true,
  },
  {
    what: "has one without text",
    iam: { users: [buildUser({ attachedPolicyArns: ["arn:none"] })] },
    asked: true,
  },
  { what: "is in a group that writes", iam: inGroup(["developers"]), asked: true },
  { what: "is not in that group", iam: inGroup([]), asked: false },
])("asks about a user who $what: $asked", ({ iam, asked }) => {
  expect(askedOf(iam)).toMatchObject({ known: true, value: asked ? [user.arn] : [] });
});

it("asks about a user whom the policy of a stream or of a consumer names", () => {
  const policyFor = (Action: string[]) =>
    read(documentOf({ Principal: { AWS: user.arn }, Action, Resource: "*" }), "kinesis:GetResourcePolicy");
  const users = [user, buildUser({ name: "ann", arn: user.arn.slice(0, -1) })];
  const reading = policyFor(["kinesis:GetRecords", "kinesis:GetShardIterator"]);
  expect(askedOf({ users }, buildStream({ resourcePolicy: reading }))).toMatchObject({ value: [user.arn] });
  const consumer = buildConsumer({ resourcePolicy: policyFor(["kinesis:SubscribeToShard"]) });
  expect(askedOf({ users }, buildStream({ consumers: read([consumer]) }))).toMatchObject({
    value: [user.arn],
  });
});

it("does not say that nobody is to be asked when the users are not known", () => {
  const action = "iam:GetAccountAuthorizationDetails";
  expect(usersToAsk(buildAccount({ iam: denied(action) }))).toMatchObject({ gap: { action } });
});

function own(document: string): Partial<IamInventory> {
  return { users: [buildUser({ inlinePolicies: [{ name: "own", document }] })] };
}

function inGroup(groupNames: string[]): Partial<IamInventory> {
  const inlinePolicies = [{ name: "own", document: allow("kinesis:PutRecord") }];
  return { users: [buildUser({ groupNames })], groups: [buildGroup({ inlinePolicies })] };
}
