import { expect, it } from "vitest";
import { isHeld, isKeyUnread, stateOf } from "@/lib/model/duty-state";

it("a key that refuses stops what Kinesis allows, and is no holding", () => {
  expect(stateOf({ access: "allowed", key: "denied" })).toBe("blocked");
  expect(stateOf({ access: "conditional", key: "denied" })).toBe("blocked");
  expect(isHeld({ access: "allowed", key: "denied" })).toBe(false);
});

it("a condition in either half is a condition of the whole", () => {
  expect(stateOf({ access: "conditional", key: "allowed" })).toBe("conditional");
  expect(stateOf({ access: "allowed", key: "conditional" })).toBe("conditional");
  expect(isHeld({ access: "allowed", key: "conditional" })).toBe(true);
});

it("what is unknown is neither held nor denied, whatever the key says", () => {
  expect(stateOf({ access: "unknown", key: "allowed" })).toBe("unknown");
  expect(isHeld({ access: "unknown", key: "not-needed" })).toBe(false);
});

it("an unread key is told apart where Kinesis allows, and not where all is unknown", () => {
  expect(isKeyUnread({ access: "conditional", key: "unknown" })).toBe(true);
  expect(isKeyUnread({ access: "conditional", key: "allowed" })).toBe(false);
  expect(isKeyUnread({ access: "unknown", key: "unknown" })).toBe(false);
});
