import { expect, it } from "vitest";
import { accessSentence, sortCalls } from "@/components/access/access-groups";

const calls = [
  { action: "a:Allowed", access: "allowed" },
  { action: "b:NotTried", access: "not-tried" },
  { action: "c:Denied", access: "denied" },
  { action: "d:Allowed", access: "allowed" },
  { action: "e:Failed", access: "failed" },
  { action: "f:Unknown", access: "not-implemented" },
] as const;

it("lists first what stops a scan from reading, and keeps the order within", () => {
  expect(sortCalls(calls).map(({ action }) => action)).toEqual([
    "c:Denied",
    "e:Failed",
    "f:Unknown",
    "b:NotTried",
    "a:Allowed",
    "d:Allowed",
  ]);
});

it("counts every call once, and names no state that there is none of", () => {
  expect(accessSentence(calls)).toBe(
    "6 calls: 2 allowed, 1 not tried, 1 not implemented, 1 failed, 1 denied",
  );
  expect(accessSentence(calls.slice(0, 1))).toBe("1 call: 1 allowed");
});
