import { describe, expect, it } from "vitest";
import { buildConsumer, buildKey, buildStream, keyArn } from "@/lib/model/test-stream";
import type { KmsKey } from "@/lib/model/kms-key";
import { documentOf } from "@/lib/model/test-iam";
import { denied, read } from "@/lib/model/test-place";
import { buildRegion } from "@/lib/model/test-snapshot";
import { accessOf, accountRoot, plainOrders, readsOrders, stepsOn, userWith } from "../test-reach";

const puts = { Action: "kinesis:PutResourcePolicy", Resource: plainOrders.arn };
const delegates = documentOf({ Principal: { AWS: accountRoot }, Action: "kms:*", Resource: "*" });
const on = (...Action: string[]) => ({ Action, Resource: keyArn });

function stepsBy(statements: readonly object[], stream = plainOrders, key: Partial<KmsKey> = {}) {
  const keys = read([buildKey({ policy: read(delegates), ...key })]);
  const regions = [buildRegion({ streams: read([stream]), keys })];
  return stepsOn(accessOf({ users: [userWith("anna", statements)] }, { regions }));
}

const byPolicy = "anna resource-policy orders: produce consume";

describe("who may write the policy of a stream", () => {
  it("can open it to itself", () => {
    expect(stepsBy([puts])).toEqual([byPolicy]);
  });

  it("cannot undo a Deny of its own", () => {
    const deny = (...Action: string[]) => ({ Effect: "Deny", Action, Resource: "*" });
    expect(stepsBy([puts, deny("kinesis:GetRecords")])).toEqual(["anna resource-policy orders: produce"]);
    expect(stepsBy([puts, deny("kinesis:PutRecord")])).toEqual([byPolicy]);
    expect(stepsBy([puts, deny("kinesis:*Record*")])).toEqual([]);
  });

  it("takes no step where it has access anyhow", () => {
    expect(stepsBy([puts, readsOrders])).toEqual([]);
  });

  it("needs nothing more with the AWS managed key", () => {
    const stream = buildStream({ encryption: read({ type: "kms", keyReference: "alias/aws/kinesis" }) });
    expect(stepsBy([puts], stream)).toEqual([byPolicy]);
  });
});

describe("with a customer managed key both halves are needed", () => {
  const sealed = buildStream();

  it("so that the policy of the stream alone opens nothing", () => {
    expect(stepsBy([puts], sealed)).toEqual([]);
    expect(stepsBy([on("kms:PutKeyPolicy")], sealed)).toEqual([]);
  });

  it("of which one may be held, and the other within reach", () => {
    expect(stepsBy([puts, on("kms:Decrypt")], sealed)).toEqual(["anna resource-policy orders: consume"]);
    expect(stepsBy([puts, on("kms:GenerateDataKey")], sealed)).toEqual([
      "anna resource-policy orders: produce",
    ]);
    for (const action of ["kms:PutKeyPolicy", "kms:CreateGrant"])
      expect(stepsBy([readsOrders, on(action)], sealed)).toEqual(["anna key-policy orders: consume"]);
  });

  it("or both within reach", () => {
    expect(stepsBy([puts, on("kms:CreateGrant")], sealed)).toEqual([byPolicy]);
  });

  it("where grants are not for resources of AWS alone", () => {
    const forAws = { ...on("kms:CreateGrant"), Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } };
    expect(stepsBy([readsOrders, forAws], sealed)).toEqual([]);
  });

  it("where disabling the key is not enough", () => {
    expect(stepsBy([readsOrders, on("kms:DisableKey", "kms:ScheduleKeyDeletion")], sealed)).toEqual([]);
  });

  it("and hangs on what the key hangs on", () => {
    const office = { ...on("kms:Decrypt"), Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } };
    expect(stepsBy([puts, office], sealed)).toEqual([
      "anna resource-policy orders conditional (the key): consume",
    ]);
  });

  it("and is unknown where the key's policy was not read", () => {
    const steps = stepsBy([puts], sealed, { policy: denied("kms:GetKeyPolicy") });
    expect(steps).toEqual(["anna resource-policy orders unknown: produce consume"]);
  });
});

it("takes no step to what it may hold by a document that cannot be read", () => {
  const users = [userWith("anna", [], { inlinePolicies: [{ name: "broken", document: "{" }] })];
  const regions = [buildRegion({ streams: read([plainOrders]) })];
  const steps = stepsOn(accessOf({ users }, { regions }));
  expect(steps.filter((step) => /resource-policy|key-policy/.test(step))).toEqual([]);
});

describe("the policy of a consumer", () => {
  const consumer = buildConsumer();
  const stream = { ...plainOrders, consumers: read([consumer]) };
  const putsThere = { ...puts, Resource: consumer.arn };

  it("opens the stream to be read", () => {
    expect(stepsBy([putsThere], stream)).toEqual(["anna resource-policy orders: consume"]);
    const deny = { Effect: "Deny", Action: "kinesis:SubscribeToShard", Resource: "*" };
    expect(stepsBy([putsThere, deny], stream)).toEqual([]);
  });

  it("and that of another stream does not", () => {
    expect(stepsBy([{ ...puts, Resource: `${plainOrders.arn}-2` }])).toEqual([]);
  });
});
