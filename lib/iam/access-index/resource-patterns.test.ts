import { expect, it } from "vitest";
import type { AccessPrincipal } from "@/lib/iam/access-index/access-input";
import { allow, policy, reach, role, stream } from "@/lib/iam/access-index/test-world";

const streams = ["orders", "orders-copy", "clicks"].map((name) => stream(name));
const { tags: _unread, ...unread } = role("reader");

function reached(resource: string, principal: AccessPrincipal = role("reader")): readonly string[] {
  const policies = [policy(allow("kinesis:PutRecord", resource))];
  return reach({ ...principal, policies }, "kinesis:PutRecord", streams);
}

const home = "arn:aws:kinesis:eu-west-1:111122223333";

it.each([
  { resource: `${home}:stream/orders`, names: ["orders"] },
  { resource: `${home}:stream/order`, names: [] },
  { resource: `${home}:stream/orders*`, names: ["orders", "orders-copy"] },
  { resource: `${home}:stream/nobody*`, names: [] },
  { resource: `${home}:str*`, names: ["clicks", "orders", "orders-copy"] },
  { resource: "arn:aws:kinesis*", names: ["clicks", "orders", "orders-copy"] },
  { resource: "arn:aws:kin*", names: ["clicks", "orders", "orders-copy"] },
  { resource: "*", names: ["clicks", "orders", "orders-copy"] },
])("$resource covers $names", ({ resource, names }) => {
  expect(reached(resource)).toEqual(names);
});

it("takes a variable at the end for its value, for nothing where there is none, and for anything where nobody knows", () => {
  const resource = `${home}:stream/\${aws:PrincipalTag/team}`;
  expect(reached(resource, role("reader", { tags: { team: "orders" } }))).toEqual(["orders"]);
  expect(reached(resource, role("reader"))).toEqual([]);
  expect(reached(resource, unread)).toEqual(["clicks?", "orders?", "orders-copy?"]);
});
