import { expect, it } from "vitest";
import { decodePolicyDocument } from "@/lib/collectors/policy-document-text";

it.each([
  { what: "encoded text, once", sent: "%7B%22a%22%3A%22100%2525%2Bb%22%7D", kept: '{"a":"100%25+b"}' },
  { what: "a plus, which is no space", sent: "%7B%22a%22:%22x+y%22%7D", kept: '{"a":"x+y"}' },
  { what: "raw JSON as it is", sent: '\n {"a":"%20"}', kept: '\n {"a":"%20"}' },
  { what: "what cannot be decoded as it is", sent: "%7B%", kept: "%7B%" },
])("decodes $what", ({ sent, kept }) => {
  expect(decodePolicyDocument(sent)).toBe(kept);
});
