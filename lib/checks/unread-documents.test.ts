import { expect, it } from "vitest";
import { gapsOfUnread } from "@/lib/checks/unread-documents";
import type { Party } from "@/lib/model/stream-access";
import { buildInventory, buildRole, documentOf } from "@/lib/model/test-iam";
import { denied, read } from "@/lib/model/test-place";

const withDocument = (document: string) =>
  buildRole({ name: "odd", inlinePolicies: [{ name: "own", document }] });
const policyIdOf = ({ arn }: { arn: string }) => `${arn}#inline/own`;

function gapsWith(document: string) {
  const role = withDocument(document);
  const party = { unreadPolicyIds: [policyIdOf(role)] } as const;
  return gapsOfUnread({ ...anybody, ...party }, read(buildInventory({ roles: [role] })));
}

const anybody: Party = {
  arn: withDocument("").arn,
  kind: "role",
  name: "odd",
  accountId: "111122223333",
  path: "/",
  isForeign: false,
  isServiceLinked: false,
  unreadPolicyIds: [],
};

it("says what is wrong with a document that is no JSON, and with one that its kind of policy cannot be", () => {
  expect(gapsWith("{")).toMatchObject([{ reason: "malformed" }]);
  const operator = documentOf({ Action: "kinesis:*", Resource: "*", Condition: { Resembles: { a: "b" } } });
  expect(gapsWith(operator)).toMatchObject([
    { reason: "malformed", message: expect.stringContaining("Resembles") },
  ]);
  const principal = documentOf({ Principal: "*", Action: "kinesis:*", Resource: "*" });
  expect(gapsWith(principal)).toMatchObject([{ message: expect.stringContaining("has no Principal") }]);
});

it("tells a document that IAM did not list from one that is malformed", () => {
  const party = { ...anybody, unreadPolicyIds: ["arn:aws:iam::aws:policy/Gone"] };
  expect(gapsOfUnread(party, read(buildInventory()))).toMatchObject([{ reason: "empty" }]);
});

it("has nothing to say of who is read whole, and one thing where nobody was", () => {
  const iam = denied("iam:GetAccountAuthorizationDetails");
  expect(gapsOfUnread(anybody, iam)).toEqual([]);
  expect(gapsOfUnread({ ...anybody, unreadPolicyIds: ["a", "b"] }, iam)).toEqual([iam.gap]);
});
