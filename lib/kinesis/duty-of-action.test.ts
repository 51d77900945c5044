import { expect, it } from "vitest";
import { dutyOfAction } from "@/lib/kinesis/duty-of-action";
import { findServiceAction, kinesisActions } from "@/lib/kinesis/service-actions";

it("gives every action that AWS lists for Kinesis a duty", () => {
  expect(kinesisActions.length).toBeGreaterThanOrEqual(47);
  expect(kinesisActions.filter(({ name }) => dutyOfAction(name) === undefined)).toEqual([]);
});

it("knows no duty of other services' actions, and none of an invented one", () => {
  for (const action of ["kms:Decrypt", "kinesisvideo:PutMedia", "PutRecord", "kinesis:toString"])
    expect(dutyOfAction(action)).toBeUndefined();
});

it("counts nothing among the readers' and writers' actions that AWS lists as reading of settings", () => {
  const ofRecords = kinesisActions.filter(({ name }) => /^(produce|consume)$/.test(dutyOfAction(name) ?? ""));
  expect(ofRecords.map(({ name }) => name.slice("kinesis:".length)).toSorted()).toEqual([
    "DeregisterStreamConsumer",
    "GetRecords",
    "GetShardIterator",
    "PutRecord",
    "PutRecords",
    "RegisterStreamConsumer",
    "SubscribeToShard",
  ]);
});

it("finds actions in any case, with their resource types", () => {
  expect(findServiceAction("KINESIS:putrecord")).toMatchObject({
    name: "kinesis:PutRecord",
    resourceTypes: ["stream"],
  });
  expect(findServiceAction("kinesis:UpdateShardCount")?.resourceTypes).toEqual([]);
  expect(findServiceAction("kinesis:Nothing")).toBeUndefined();
});
