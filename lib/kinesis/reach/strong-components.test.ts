import { expect, it } from "vitest";
import { strongComponents } from "./strong-components";

const sorted = (components: number[][]) =>
  components.map((each) => each.toSorted((one, other) => one - other));

it("puts each node alone where there are no circles, what an edge leads to first", () => {
  expect(strongComponents([[1], [2], []])).toEqual([[2], [1], [0]]);
});

it("puts those that lead to each other together", () => {
  expect(sorted(strongComponents([[1], [2], [0, 3], [4], [3]]))).toEqual([
    [3, 4],
    [0, 1, 2],
  ]);
});

it("leaves a component that was closed alone, whoever leads to it later", () => {
  expect(sorted(strongComponents([[1], [], [1, 3], [2]]))).toEqual([[1], [0], [2, 3]]);
});

it("takes an edge to itself", () => {
  expect(strongComponents([[0]])).toEqual([[0]]);
});

it("takes a chain that is longer than the stack is deep", () => {
  const count = 100_000;
  const chain = Array.from({ length: count }, (_, node) => (node + 1 < count ? [node + 1] : []));
  expect(strongComponents(chain)).toHaveLength(count);
});
