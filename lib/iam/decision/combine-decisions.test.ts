import { expect, it } from "vitest";
import { combineDecisions } from "@/lib/iam/decision/combine-decisions";

it("M13: allows what is allowed on every resource, and nothing on none", () => {
  expect(combineDecisions(["allowed", "allowed"])).toBe("allowed");
  expect(combineDecisions(["allowed", "undetermined"])).toBe("undetermined");
  expect(combineDecisions(["implicitly-denied", "undetermined"])).toBe("implicitly-denied");
  expect(combineDecisions(["implicitly-denied", "explicitly-denied"])).toBe("explicitly-denied");
  expect(combineDecisions([])).toBe("implicitly-denied");
});
