import { expect, it } from "vitest";
import { cellSentence, isConditionKey, keySentence } from "@/components/duties/cell-words";
import { conditionWords, requiredEndpoints, whenWords } from "@/components/duties/condition-words";
import { stateWordsOf } from "@/components/duties/state-words";
import { buildCell, roleArn } from "@/components/duties/test-cells";

const cell = buildCell(roleArn("etl"), "consume");

it("a cell says who can do what, and what keeps it from that", () => {
  expect(cellSentence(cell, "etl")).toBe("etl can read this stream.");
  expect(cellSentence({ ...cell, access: "conditional" }, "etl")).toContain("only under a condition");
  expect(cellSentence({ ...cell, key: "denied" }, "etl")).toContain("but the key does not");
  expect(cellSentence({ ...cell, access: "unknown" }, "etl")).toContain("is not known");
  expect(cellSentence({ ...cell, key: "unknown" }, "etl")).toContain(
    "whether the key does could not be read",
  );
});

it("the key half names the action that the duty needs, and duties without records need none", () => {
  expect(keySentence({ duty: "consume", key: "allowed" })).toContain("kms:Decrypt");
  expect(keySentence({ duty: "produce", key: "denied" })).toContain("kms:GenerateDataKey");
  expect(keySentence({ duty: "produce", key: "denied" })).toContain("nothing allows it");
  expect(keySentence({ duty: "administer", key: "not-needed" })).toBeUndefined();
});

it("a condition key is told apart from a reason in words", () => {
  expect(isConditionKey("aws:SourceVpce")).toBe(true);
  expect(isConditionKey("aws:PrincipalTag/team")).toBe(true);
  expect(isConditionKey("the policies of account 555566667777")).toBe(false);
});

it.each([
  ["StringEquals", ["vpce-1", "vpce-2"], "k is vpce-1 or vpce-2"],
  ["StringNotLikeIfExists", ["a*"], "k is not like a*, or is absent"],
  ["ForAnyValue:StringEquals", ["x"], "one of the values of k is x"],
  ["ForAllValues:StringLike", ["x"], "every value of k is like x"],
  ["NotIpAddress", ["10.0.0.0/8"], "k is outside 10.0.0.0/8"],
  ["Null", ["true"], "k is absent"],
  ["Null", ["false"], "k is present"],
  ["BinaryEquals", ["QQ=="], "k BinaryEquals QQ=="],
  ["constructor", ["x"], "k constructor x"],
  ["StringEquals", [], "k is nothing"],
])("%s %j reads: %s", (operator, values, words) => {
  expect(conditionWords({ operator, key: "k", values })).toBe(words);
});

const secure = { operator: "Bool", key: "aws:SecureTransport", values: ["false"] };
const source = { operator: "StringEquals", key: "aws:sourceVpce", values: ["vpce-1"] };

it("a statement says when it allows or refuses, by all its conditions together", () => {
  expect(whenWords({ effect: "Deny", conditions: [secure] })).toBe(
    "Refused when aws:SecureTransport is false",
  );
  expect(whenWords({ effect: "Allow", conditions: [secure, source] })).toBe(
    "Allowed only when aws:SecureTransport is false, and aws:sourceVpce is vpce-1",
  );
  expect(whenWords({ effect: "Allow", conditions: [] })).toBeUndefined();
});

it("only an Allow that names endpoints without exception asks for them", () => {
  expect(requiredEndpoints({ effect: "Allow", conditions: [source] })).toEqual(["vpce-1"]);
  expect(requiredEndpoints({ effect: "Deny", conditions: [source] })).toEqual([]);
  expect(
    requiredEndpoints({ effect: "Allow", conditions: [{ ...source, operator: "StringEqualsIfExists" }] }),
  ).toEqual([]);
});

it("a mark says an unread key beside what Kinesis allows, and not twice where all is unknown", () => {
  expect(stateWordsOf({ access: "allowed", key: "unknown" })).toBe("Allowed, key not read");
  expect(stateWordsOf({ access: "unknown", key: "unknown" })).toBe("Unknown");
});
