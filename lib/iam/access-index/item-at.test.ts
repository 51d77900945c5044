import { expect, it } from "vitest";
import { itemAt, known, numberAt, wordAt } from "@/lib/iam/access-index/item-at";

it("gives what is there, and says what is not", () => {
  expect(known("here", "name")).toBe("here");
  expect(() => known(undefined, "name")).toThrow("name is not in the index");
  expect(itemAt(["a", "b"], 1)).toBe("b");
  expect(() => itemAt(["a"], 1)).toThrow("1 is not in the index");
});

it("counts numbers outside of a list as zero", () => {
  expect([0, 1, -1].map((place) => numberAt(Uint32Array.of(7), place))).toEqual([7, 0, 0]);
  expect([0, 1, -1].map((place) => wordAt(Uint32Array.of(7), place))).toEqual([7, 0, 0]);
});
