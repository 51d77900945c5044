import { describe, expect, it } from "vitest";
import { readCases } from "@/lib/iam/cases/test-cases";
import { answer, compileSet } from "@/lib/iam/cases/test-decide";

const files = readCases();

describe.each(files)("$file", ({ cases }) => {
  it.each(cases)("$rule: $name", ({ expected: { problem, ...expected }, ...question }) => {
    expect(answer(question)).toMatchObject(expected);
    const problems = problemsOf(question.policies);
    expect(problems).toHaveLength(problem === undefined ? 0 : 1);
    expect(problems.join("")).toContain(problem ?? "");
  });
});

function problemsOf(policies: Parameters<typeof compileSet>[0]): string[] {
  const compiled = Object.values(compileSet(policies)).flat(2);
  return compiled.flatMap((policy) => (policy && !policy.ok ? [policy.problem] : []));
}

it("has a case for every rule that a decision can show", () => {
  const count = { E: 9, S: 4, X: 4, M: 15, P: 5, C: 16, T: 6, D: 6 };
  const rules = Object.entries(count).flatMap(([letter, last]) =>
    Array.from({ length: last }, (_, index) => `${letter}${index + 1}`),
  );
  const held = new Set(files.flatMap(({ cases }) => cases.map(({ rule }) => rule)));
  expect(rules.filter((rule) => !held.has(rule))).toEqual([]);
});

it("names no two cases alike", () => {
  const names = files.flatMap(({ file, cases }) => cases.map(({ rule, name }) => `${file} ${rule} ${name}`));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
