import { expect, it } from "vitest";
import type { Stream } from "@/lib/model/stream";
import { documentOf, trustOf } from "@/lib/model/test-iam";
import { accountId, read } from "@/lib/model/test-place";
import { buildRegion } from "@/lib/model/test-snapshot";
import { buildKey, buildStream, keyArn } from "@/lib/model/test-stream";
import { accessOf, accountRoot, plainOrders, roleArn, roleWith, stepsOn, userWith } from "../test-reach";

const channels = `arn:aws:kinesis:*:${accountId}:channel/*`;
const creates = { Action: "kinesis:CreateChannel", Resource: channels };
const associates = { Action: "kinesis:AssociateStreamsWithChannel", Resource: [channels, plainOrders.arn] };
const passes = { Action: "iam:PassRole", Resource: roleArn("delivery") };
const all = [creates, associates, passes];

interface Change {
  readonly stream?: Stream;
  readonly trustPolicy?: string;
  readonly delivers?: readonly object[];
}

function stepsBy(
  statements: readonly object[],
  { stream = plainOrders, delivers = [], ...change }: Change = {},
) {
  const role = roleWith("delivery", delivers, {
    trustPolicy: trustOf({ Service: "kinesis.amazonaws.com" }),
    ...change,
  });
  const policy = read(documentOf({ Principal: { AWS: accountRoot }, Action: "kms:*", Resource: "*" }));
  const regions = [buildRegion({ streams: read([stream]), keys: read([buildKey({ policy })]) })];
  return stepsOn(accessOf({ users: [userWith("anna", statements)], roles: [role] }, { regions }));
}

const step = ["anna create-channel delivery: consume"];

it("carries records away under a role that may be passed to it", () => {
  expect(stepsBy(all)).toEqual(step);
});

it.each([0, 1, 2])("needs each of its actions: without %s there is no step", (left) => {
  expect(stepsBy(all.filter((_, at) => at !== left))).toEqual([]);
});

it("needs the stream and the channel, both", () => {
  expect(stepsBy([creates, passes, { ...associates, Resource: channels }])).toEqual([]);
  expect(stepsBy([creates, passes, { ...associates, Resource: plainOrders.arn }])).toEqual([]);
});

it("needs a role that trusts Kinesis, and may be passed to it", () => {
  expect(stepsBy(all, { trustPolicy: trustOf() })).toEqual([]);
  const elsewhere = {
    ...passes,
    Condition: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } },
  };
  expect(stepsBy([creates, associates, elsewhere])).toEqual([]);
  const here = { ...passes, Condition: { StringEquals: { "iam:PassedToService": "kinesis.amazonaws.com" } } };
  expect(stepsBy([creates, associates, here])).toEqual(step);
});

it("takes no stream with the AWS managed key", () => {
  const stream = buildStream({ encryption: read({ type: "kms", keyReference: "alias/aws/kinesis" }) });
  expect(stepsBy(all, { stream })).toEqual([]);
});

it("reads a stream with a customer managed key where its role may decrypt", () => {
  const stream = buildStream();
  expect(stepsBy(all, { stream })).toEqual([]);
  const delivers = [{ Action: "kms:Decrypt", Resource: keyArn }];
  expect(stepsBy(all, { stream, delivers })).toEqual(step);
});
