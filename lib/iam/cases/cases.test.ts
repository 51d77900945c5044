import { describe, expect, it } from "vitest";
import { readCases } from "@/lib/iam/cases/test-cases";
import { answer, compileSet } from "@/lib/iam/cases/test-decide";
import type { CompiledPolicy } from "@/lib/iam/decision/compile-policy";

const files = readCases();

describe.each(files)("$file", ({ cases }) => {
  it.each(cases)("$rule: $name", ({ expected, ...question }) => {
    if (!("problem" in expected)) return expect(answer(question)).toMatchObject(expected);

    const [broken] = Object.values(compileSet(question.policies))
      .flat(2)
      .filter((policy): policy is CompiledPolicy => policy !== undefined && !policy.ok);
    expect(broken).toMatchObject({ ok: false, problem: expect.stringContaining(expected.problem) });
    expect(answer(question)).toMatchObject({ decision: "undetermined" });
  });
});

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
