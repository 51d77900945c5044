import { describe, expect, it } from "vitest";
import { compileGlob } from "@/lib/iam/conditions/compile-glob";
import { buildContext } from "@/lib/iam/conditions/context";
import { isStatic, readTemplate, resolve } from "@/lib/iam/conditions/template";

const context = buildContext([["aws:username", ["anna"]]], true);

function resolved(text: string) {
  return resolve(readTemplate(text, true), context);
}

describe("a policy variable", () => {
  it.each([
    ["${aws:username}", "anna"],
    ["home/${aws:username}", "home/anna"],
    ["${aws:username}/home", "anna/home"],
    ["${aws:username}${aws:username}", "annaanna"],
    ["orders${aws:PrincipalTag/team, ''}", "orders"],
    ["${aws:PrincipalTag/team, 'a, b'}", "a, b"],
    ["${aws:PrincipalTag/team, '*'}", "*"],
    ["${*}${?}${$}", "*?$"],
  ])("%s stands for %j and nothing else", (text, expected) => {
    const { text: pattern, state } = resolved(text);
    expect(state).toBe("resolved");
    const covers = compileGlob(pattern);
    expect(covers(expected)).toBe(true);
    expect(covers(`${expected}x`)).toBe(false);
  });

  it.each(["${$$}", "${a$b}", "${a{b}", "${a'b}", "${a, 'b'c'}", "${a, b}", "${}"])(
    "is not what %s is, of which AWS says nothing",
    (text) => {
      expect(resolved(text).state).toBe("unknown");
    },
  );

  it("has no value where the request has no such key", () => {
    expect(resolved("${aws:PrincipalTag/team}").state).toBe("missing");
  });
});

it.each(["orders", "", "$", "${aws:username", "aws:username}"])("%j has no variable", (text) => {
  const template = readTemplate(text, true);
  expect(isStatic(template) && compileGlob(template)(text)).toBe(true);
});
