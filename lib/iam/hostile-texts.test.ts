import { describe, expect, it } from "vitest";
import { decodeDocument } from "@/lib/iam/decision/decode-document";
import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import { decide } from "@/lib/iam/decision/decide";
import { prepareRequest } from "@/lib/iam/decision/prepare-request";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import { matchesWholeService } from "@/lib/iam/match-action";

const many = 200_000;
const caller = {
  kind: "user",
  accountId: "111122223333",
  name: "a",
  arn: "arn:aws:iam::111122223333:user/a",
} as const;

/** Far less than what a time that grows with the square of the length would take. */
function soon(work: () => void): void {
  const before = process.cpuUsage();
  work();
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
}

function decided(statement: object, resource: string, context: Record<string, string> = {}): string {
  const Statement = { Effect: "Allow", Action: "*", Resource: "*", ...statement };
  const policy = compilePolicy(JSON.stringify({ Version: "2012-10-17", Statement }), "identity");
  const asked = {
    caller,
    action: "a:b",
    resource,
    context: Object.entries(context).map(([key, value]) => [key, [value]] as const),
  };
  return decide(
    prepareRequest(asked, () => "typed"),
    { identityPolicies: [policy] },
  );
}

describe("a text that is written to be slow", () => {
  it.each([
    { what: "stars", pattern: "*a".repeat(many) + "b" },
    { what: "stars and gaps", pattern: "*?a".repeat(many) + "b" },
    { what: "one long piece", pattern: `*?${"a".repeat(many / 4)}b*` },
    { what: "stars before no name", pattern: `arn:aws:kinesis:*:111122223333:${"*".repeat(many)}` },
    { what: "variables that do not end", pattern: "${a".repeat(many) },
    { what: "colons", pattern: `*${":".repeat(many)}` },
  ])("as a Resource is decided on soon: $what", ({ pattern }) => {
    soon(() => {
      expect(decided({ Resource: pattern }, "a".repeat(many))).toMatch(
        /^(?:implicitly-denied|undetermined)$/,
      );
      expect(decided({ NotResource: pattern }, "a".repeat(many))).toMatch(/^(?:allowed|undetermined)$/);
    });
  });

  it.each([
    "StringLike",
    "ArnLike",
    "StringEquals",
    "IpAddress",
    "NumericEquals",
    "DateEquals",
    "BinaryEquals",
    "Bool",
  ])("as a value of %s is compared soon", (operator) => {
    soon(() => {
      for (const value of [
        "*a".repeat(many),
        "${".repeat(many),
        "1".repeat(many),
        ":".repeat(many),
        "=".repeat(many),
      ])
        expect(decided({ Condition: { [operator]: { k: value } } }, "x", { k: `a${value}` })).not.toBe(
          "allowed",
        );
    });
  });

  it.each([
    { what: "a name that never ends", text: `{"Statement":["${'\\"'.repeat(many)}` },
    { what: "levels behind a name that a line ends", text: `"\n${"[".repeat(many)}` },
    { what: "levels behind a comment", text: `/*"*/${"[".repeat(many)}` },
    { what: "a name after the other", text: '""'.repeat(many) },
    { what: "commas", text: `[${",".repeat(many)}` },
    { what: "escapes", text: `"${"\\".repeat(many + 1)}` },
    { what: "blanks", text: " ".repeat(many * 5) },
  ])("as a document is refused soon: $what", ({ text }) => {
    soon(() => {
      expect(parsePolicyDocument(text).ok).toBe(false);
      expect(parsePolicyDocument(decodeDocument(text) ?? "").ok).toBe(false);
    });
  });

  it("as an action is read soon", () => {
    soon(() => {
      expect(matchesWholeService(`${"*".repeat(many)}x`)).toBe(false);
      expect(decided({ Action: `${"*a".repeat(many)}:` }, "x")).toBe("implicitly-denied");
    });
  });
});
