import { expect, it } from "vitest";
import type { Figure } from "./figure";
import { selectFigures } from "./select-figures";

const figures = ["demo.scan", "demo.scan.memory", "page.js"].map((name): Figure => ({
  name,
  unit: "s",
  runs: 1,
  measure: () => Promise.resolve(1),
}));
const select = (...names: string[]) => selectFigures(figures, names).map(({ name }) => name);

it("selects every figure when none is named", () => {
  expect(select()).toEqual(["demo.scan", "demo.scan.memory", "page.js"]);
});

it("selects what is named and what is below it", () => {
  expect(select("page.js")).toEqual(["page.js"]);
  expect(select("demo")).toEqual(["demo.scan", "demo.scan.memory"]);
});

it("refuses a name that stands for nothing, and says which there are", () => {
  expect(() => select("pag")).toThrow("no figure is called pag; there are demo.scan,");
});
