import { expect, it } from "vitest";
import type { Gap } from "@/lib/model/observed";
import { distinctGaps } from "@/lib/checks/distinct-gaps";

const gap = (resource: string, change: Partial<Gap> = {}): Gap => ({
  action: "iam:GetAccountAuthorizationDetails",
  reason: "malformed",
  message: `${resource} cannot be read.`,
  resource,
  ...change,
});

it("names each gap once", () => {
  expect(distinctGaps([gap("a"), gap("b"), gap("a")])).toEqual([gap("a"), gap("b")]);
  expect(distinctGaps([gap("a"), gap("a", { region: "eu-west-1" })])).toHaveLength(2);
});

it("counts those beyond ten of one reason, and no other", () => {
  const many = Array.from({ length: 14 }, (_, at) => gap(`policy-${at}`));
  const other = gap("stream", { action: "kinesis:GetResourcePolicy", reason: "access-denied" });
  const found = distinctGaps([...many, other]);
  expect(found.slice(0, 10)).toEqual(many.slice(0, 10));
  expect(found[10]?.message).toMatch(/^4 more could not be read/);
  expect(found.slice(11)).toEqual([other]);
  expect(distinctGaps(many.slice(0, 10))).toEqual(many.slice(0, 10));
});
