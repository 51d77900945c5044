import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "@/lib/checks/nearest-name";

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["abc", "abc", 0],
    ["", "abc", 3],
    ["abc", "", 3],
    ["kitten", "sitting", 3],
    ["orders", "order", 1],
    ["orders", "oders", 1],
    ["abcdef", "abxdef", 1],
    ["ab", "ba", 2],
  ])("from %j to %j is %i", (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });
});

describe("nearest", () => {
  it("finds the one with the fewest changes, the first of equals", () => {
    expect(nearest("orders", ["bills", "order", "oders", "an-order-of-another-length"])).toBe("order");
    expect(nearest("orders", ["a-much-longer-name-than-orders", "xxxxxx"])).toBe("xxxxxx");
  });

  it("finds none among none", () => {
    expect(nearest("orders", [])).toBeUndefined();
  });
});
