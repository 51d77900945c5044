import { expect, it } from "vitest";
import { unseen } from "./cruise.mjs";

it("names every source file that the import rules were not held against", () => {
  expect(unseen(["lib/a.ts", "lib/b.ts"], [{ source: "lib/a.ts" }])).toEqual(["lib/b.ts"]);
  expect(unseen(["lib/a.ts"], [])).toEqual(["lib/a.ts"]);
});
