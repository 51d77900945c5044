import { expect, it } from "vitest";
import type { IamInventory } from "@/lib/model/iam-inventory";
import { buildGroup, buildInventory, buildManagedPolicy, buildUser, documentOf } from "@/lib/model/test-iam";
import { buildRegion } from "@/lib/model/test-snapshot";
import { buildConsumer, buildStream } from "@/lib/model/test-stream";
import { denied, read } from "@/lib/model/test-place";
import { usersToAsk } from "@/lib/scan/users-to-ask";

const inline = (document: string) => [{ name: "own", document }];
const allow = (Action: string | string[]) => documentOf({ Action, Resource: "*" });
const user = buildUser();

it.each<{ what: string; iam: Partial<IamInventory>; asked: boolean }>([
  { what: "an action of Kinesis", iam: own(allow("kinesis:PutRecord")), asked: true },
  { what: "one among others", iam: own(allow(["s3:*", "Kinesis:Get*"])), asked: true },
  { what: "a wildcard over services", iam: own(allow("*")), asked: true },
  { what: "a wildcard in the service", iam: own(allow("kin*:List*")), asked: true },
  {
    what: "all but another service",
    iam: own(documentOf({ NotAction: "iam:*", Resource: "*" })),
    asked: true,
  },
  { what: "all but Kinesis", iam: own(documentOf({ NotAction: "kinesis:*", Resource: "*" })), asked: false },
  { what: "another service", iam: own(allow("firehose:*")), asked: false },
  {
    what: "a Deny",
    iam: own(documentOf({ Effect: "Deny", Action: "kinesis:*", Resource: "*" })),
    asked: false,
  },
  { what: "a document that nobody understands", iam: own("{"), asked: true },
  { what: "no policy", iam: { users: [user] }, asked: false },
  {
    what: "a managed policy",
    iam: { users: [buildUser({ attachedPolicyArns: [buildManagedPolicy().arn] })] },
    asked: true,
  },
  {
    what: "one without text",
    iam: { users: [buildUser({ attachedPolicyArns: ["arn:none"] })] },
    asked: true,
  },
  { what: "a policy of a group", iam: inGroup(["developers"]), asked: true },
  { what: "a policy of another group", iam: inGroup([]), asked: false },
])("asks about a user with $what: $asked", ({ iam, asked }) => {
  const found = usersToAsk({ iam: read(buildInventory(iam)), regions: [] });
  expect(found).toMatchObject({ known: true, value: asked ? [user.arn] : [] });
});

it("asks about a user whom the policy of a stream or of a consumer names", () => {
  const resourcePolicy = read(documentOf({ Principal: { AWS: user.arn }, Action: "kinesis:GetRecords" }));
  const iam = read(buildInventory({ users: [user, buildUser({ name: "ann", arn: user.arn.slice(0, -1) })] }));
  for (const stream of [
    buildStream({ resourcePolicy }),
    buildStream({ consumers: read([buildConsumer({ resourcePolicy })]) }),
  ]) {
    const regions = [buildRegion({ streams: read([stream]) })];
    expect(usersToAsk({ iam, regions })).toMatchObject({ value: [user.arn] });
  }
});

it("does not say that nobody is to be asked when the users are not known", () => {
  const action = "iam:GetAccountAuthorizationDetails";
  expect(usersToAsk({ iam: denied(action), regions: [] })).toMatchObject({ gap: { action } });
});

function own(document: string): Partial<IamInventory> {
  return { users: [buildUser({ inlinePolicies: inline(document) })] };
}

function inGroup(groupNames: string[]): Partial<IamInventory> {
  const groups = [buildGroup({ inlinePolicies: inline(allow("kinesis:PutRecord")) })];
  return { users: [buildUser({ groupNames })], groups };
}
