import { expect, it } from "vitest";
import { excerpt, markLines } from "@/components/policy/policy-lines";

const text = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join("\n");
const document = {
  text,
  statements: [
    { index: 0, startLine: 2, endLine: 3 },
    { index: 1, startLine: 8, endLine: 9 },
  ],
};

function outline(marked: readonly number[], context?: number) {
  return excerpt(markLines(document, marked), context).map((run) =>
    "leftOut" in run ? `…${run.leftOut}` : run.lines.map(({ number }) => number).join(","),
  );
}

it("marks the lines of the statements that are meant, and no other", () => {
  const marked = markLines(document, [1]).filter((line) => line.marked);

  expect(marked.map(({ number }) => number)).toEqual([8, 9]);
});

it("shows marked lines with their context and says how many were left out on both sides", () => {
  expect(outline([1])).toEqual(["…5", "6,7,8,9,10,11", "…1"]);
});

it("keeps statements apart that stand far from each other", () => {
  expect(outline([0, 1], 1)).toEqual(["1,2,3,4", "…2", "7,8,9,10", "…2"]);
});

it("shows the whole document where no statement is meant, or none could be told apart", () => {
  expect(outline([])).toEqual(["1,2,3,4,5,6,7,8,9,10,11,12"]);
  expect(outline([7])).toEqual(["1,2,3,4,5,6,7,8,9,10,11,12"]);
});
