import { describe, expect, it } from "vitest";
import { operators } from "@/lib/iam/conditions/operators";
import { readOperator } from "@/lib/iam/conditions/read-operator";

describe("readOperator", () => {
  const uses = operators.flatMap(({ name }) =>
    (["", "ForAllValues:", "ForAnyValue:"] as const).flatMap((prefix) => [
      { name, text: `${prefix}${name}`, prefix, ifExists: false },
      { name, text: `${prefix}${name}IfExists`, prefix, ifExists: true },
    ]),
  );
  const quantifiers = { "": "one", "ForAllValues:": "all", "ForAnyValue:": "any" };

  it("knows AWS's 26 operators that compare values", () => {
    expect(new Set(operators.map(({ name }) => name)).size).toBe(26);
  });

  it.each(uses)("reads $text", ({ name, text, prefix, ifExists }) => {
    expect(readOperator(text)).toMatchObject({
      kind: "value",
      operator: { name },
      quantifier: quantifiers[prefix],
      ifExists,
      asWritten: true,
    });
  });

  it("reads Null", () => {
    expect(readOperator("Null")).toMatchObject({ kind: "presence", asWritten: true });
  });

  it.each(["null", "stringEquals", "forAnyValue:StringLike", "StringLikeifexists"])(
    "reads %s, of which AWS may not take the case",
    (text) => {
      expect(readOperator(text)).toMatchObject({ asWritten: false });
    },
  );

  it.each([
    "",
    "StringEqual",
    "NullIfExists",
    "ForAnyValue:Null",
    "IfExists",
    "ForAll:Bool",
    "Bool ",
    "__proto__",
  ])("knows no %j", (text) => {
    expect(readOperator(text)).toBeUndefined();
  });
});
