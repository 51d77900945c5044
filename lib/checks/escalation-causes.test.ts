import { describe, expect, it } from "vitest";
import { buildRole, buildUser, documentOf, trustOf } from "@/lib/model/test-iam";
import { accountId, read } from "@/lib/model/test-place";
import { buildKey, buildStream } from "@/lib/model/test-stream";
import { anna, inline, judged, orders, reader, reads } from "@/lib/checks/test-escalation";

describe("each technique is a finding of its own", () => {
  const assumable = {
    ...reader,
    trustPolicy: documentOf({ Principal: { AWS: accountId }, Action: "sts:AssumeRole" }),
  };
  const passable = { ...reader, trustPolicy: trustOf() };
  const byTag = buildRole({
    name: "by-tag",
    inlinePolicies: inline({
      ...reads,
      Condition: { StringEquals: { "aws:ResourceTag/owner": "orders-team" } },
    }),
  });
  const delivery = buildRole({
    name: "delivery",
    trustPolicy: trustOf({ Service: "kinesis.amazonaws.com" }),
  });
  const user = buildUser({ name: "reader", inlinePolicies: inline(reads) });

  it.each([
    {
      technique: "assume-role",
      says: "A wildcard lets role reader, which trusts the whole account, be assumed by user anna (sts:AssumeRole).",
      statements: [{ Action: "sts:AssumeRole", Resource: "*" }],
      roles: [assumable],
    },
    {
      technique: "pass-role",
      says: "A service can be made to act as role reader by user anna (iam:PassRole, lambda:CreateFunction).",
      statements: [{ Action: ["iam:PassRole", "lambda:CreateFunction"], Resource: "*" }],
      roles: [passable],
    },
    {
      technique: "create-credentials",
      says: "Credentials of user reader can be made by user anna (iam:CreateAccessKey).",
      statements: [{ Action: "iam:CreateAccessKey", Resource: "*" }],
      roles: [],
    },
    {
      technique: "resource-policy",
      says: "User anna can write itself into the policies of streams (kinesis:PutResourcePolicy).",
      statements: [{ Action: "kinesis:PutResourcePolicy", Resource: orders.arn }],
      roles: [],
    },
    {
      technique: "tag-stream",
      says: "User anna can set the tags that decide who reaches records (kinesis:AddTagsToStream or TagResource).",
      statements: [{ Action: "kinesis:AddTagsToStream", Resource: orders.arn }],
      roles: [byTag],
    },
    {
      technique: "create-channel",
      says: "A channel that carries records away can be made with role delivery by user anna (iam:PassRole, kinesis:AssociateStreamsWithChannel, kinesis:CreateChannel).",
      statements: [
        { Action: ["kinesis:CreateChannel", "kinesis:AssociateStreamsWithChannel"], Resource: "*" },
        { Action: "iam:PassRole", Resource: delivery.arn },
      ],
      roles: [delivery],
    },
  ])("$technique", ({ technique, says, statements, roles }) => {
    const { ofStream } = judged({ users: [anna(...statements), user], roles });
    expect(ofStream?.causes).toEqual([
      expect.objectContaining({
        id: expect.stringContaining(`${technique} `),
        label: says,
        principals: [anna().arn],
      }),
    ]);
  });

  it("key-policy, on a stream with a customer managed key", () => {
    const sealed = buildStream();
    const key = buildKey({
      policy: read(documentOf({ Principal: { AWS: accountId }, Action: "kms:*", Resource: "*" })),
    });
    const users = [anna(reads, { Action: "kms:PutKeyPolicy", Resource: key.arn })];
    const { ofStream } = judged({ users }, { streams: read([sealed]), keys: read([key]) });
    expect(ofStream?.causes).toMatchObject([{ id: `key-policy ${anna().arn}` }]);
  });
});
