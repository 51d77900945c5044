import { expect, it } from "vitest";
import { awaits } from "@/lib/checks/watching/awaited-events";

const call = "AWS API Call via CloudTrail";

it.each<[unknown, string]>([
  [{ source: ["aws.kinesis"] }, "yes"],
  [{}, "yes"],
  [{ source: ["aws.s3", "aws.kinesis"], "detail-type": [call] }, "yes"],
  [{ detail: { eventSource: ["kinesis.amazonaws.com"], eventName: ["DeleteStream"] } }, "yes"],
  [{ detail: { eventName: ["PutResourcePolicy"] } }, "no"],
  [{ source: ["aws.s3"] }, "no"],
  [{ source: [null] }, "no"],
  [{ source: [{ prefix: "aws." }] }, "yes"],
  [{ source: [{ prefix: "com." }] }, "no"],
  [{ source: [{ suffix: "kinesis" }] }, "yes"],
  [{ source: [{ "equals-ignore-case": "AWS.Kinesis" }] }, "yes"],
  [{ source: [{ exists: true }] }, "yes"],
  [{ source: [{ exists: false }] }, "no"],
  [{ detail: { eventName: [{ "anything-but": ["CreateStream"] }] } }, "yes"],
  [{ detail: { eventName: [{ "anything-but": "DeleteStream" }] } }, "no"],
  [{ detail: { eventName: [{ "anything-but": { prefix: "Delete" } }] } }, "unread"],
  [{ detail: { userIdentity: { type: ["Root"] } } }, "partly"],
  [{ source: ["aws.s3"], detail: { userIdentity: { type: ["Root"] } } }, "no"],
  [{ account: ["111122223333"] }, "partly"],
  [{ source: [{ wildcard: "aws.*" }] }, "unread"],
  [{ source: [{ wildcard: "aws.*" }, "aws.kinesis"] }, "yes"],
  [{ source: [{ prefix: "aws.", suffix: "x" }] }, "unread"],
  [{ source: [{ prefix: { "equals-ignore-case": "AWS" } }] }, "unread"],
  [{ $or: [{ source: ["aws.kinesis"] }] }, "unread"],
  [{ source: "aws.kinesis" }, "unread"],
  [{ detail: ["x"] }, "unread"],
  [{ __proto__: null, constructor: ["x"] }, "partly"],
  [[], "unread"],
])("%j: %s", (pattern, expected) => {
  expect(awaits({ pattern: JSON.stringify(pattern) }, "DeleteStream")).toBe(expected);
});

it("does not read what is no JSON", () => {
  expect(awaits({ pattern: "{" }, "DeleteStream")).toBe("unread");
});
