import { expect, it } from "vitest";
import { endOf } from "@/components/scan/end-of";

it("says of a scan whose process died that it was interrupted, though nobody was left to write that down", () => {
  expect(endOf({ status: "interrupted" })?.message).toContain("interrupted");
});

it("lets a scan's own words go first", () => {
  const failure = { code: "unreachable", message: "m", advice: "a" } as const;
  expect(endOf({ status: "interrupted", failure })).toBe(failure);
  expect(endOf({ status: "failed", failure })).toBe(failure);
});

it("tells a scan that somebody cancelled from one that failed", () => {
  expect(endOf({ status: "cancelled" })?.message).toContain("cancelled");
});

it.each(["running", "finished"] as const)("says nothing of one that is %s", (status) => {
  expect(endOf({ status })).toBeUndefined();
});
