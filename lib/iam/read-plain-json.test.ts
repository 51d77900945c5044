import * as fc from "fast-check";
import { parseTree } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { readPlainJson } from "@/lib/iam/read-plain-json";

/** The tree as the parser proper reads it, without what nobody looks at; undefined for what is no JSON. */
function parsed(text: string): unknown {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  return root && errors.length === 0 ? bare(root) : undefined;
}

function bare({ type, offset, length, value, children }: Node): object {
  return children
    ? { type, offset, length, children: children.map((child) => bare(child)) }
    : { type, offset, length, value };
}

describe("readPlainJson", () => {
  it("reads what the parser reads, and nothing that it does not", () => {
    const symbols = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      '"',
      ":",
      ",",
      " ",
      "\n",
      "\t",
      "\r",
      '"a"',
      '"b":',
      "1",
      "\\",
    );
    fc.assert(
      fc.property(fc.string({ unit: symbols, maxLength: 12 }), (text) => {
        const root = readPlainJson(text);
        expect(root ?? parsed(text)).toEqual(parsed(text));
      }),
      { numRuns: 20_000 },
    );
  });

  it("reads objects, lists and texts as the parser does, however they are set", () => {
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.stringMatching(/^[a-z*:]{0,5}$/),
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie("tree"), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 2, "\t"), (value, space) => {
        const text = ` ${JSON.stringify(value, undefined, space)}\r\n`;
        expect(readPlainJson(text)).toEqual(parsed(text));
      }),
    );
  });

  it.each([
    "",
    "a",
    '"a',
    '"a" "b"',
    String.raw`"\u0041"`,
    '"\n"',
    "1",
    "true",
    '{"a":"b","a":"c"}',
    '{"a" "b"}',
    '{"a":}',
    '{"a":"b",}',
    '{"a":"b"',
    '["a",]',
    '["a"',
    `${"[".repeat(17)}${"]".repeat(17)}`,
    JSON.stringify(Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`a${index}`, "b"]))),
  ])("leaves %j to the parser", (text) => {
    expect(readPlainJson(text)).toBeUndefined();
  });
});
