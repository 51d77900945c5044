import { expect, it } from "vitest";
import { summarise } from "./summarise";

const figure = { name: "a.b", unit: "s" };

it.each([
  { values: [3, 1, 2], value: 2, spread: 2 },
  { values: [4, 1, 2, 10], value: 3, spread: 9 },
  { values: [0.123_456], value: 0.1235, spread: 0 },
])("the median of $values is $value and their spread $spread", ({ values, value, spread }) => {
  expect(summarise(figure, values)).toEqual({ name: "a.b", value, unit: "s", runs: values.length, spread });
});

it("keeps what a figure is to be read beside", () => {
  expect(summarise({ ...figure, note: "beside another" }, [1])).toMatchObject({ note: "beside another" });
});

it("gives no number for a figure that was never measured", () => {
  expect(() => summarise(figure, [])).toThrow("never measured");
});
