import { expect, it } from "vitest";
import { decodeDocument } from "@/lib/iam/decision/decode-document";

it.each([
  { text: "%7B%22a%22%3A1%7D", decoded: '{"a":1}' },
  { text: '{"a":"%41"}', decoded: '{"a":"%41"}' },
  { text: ' \n{"a":"%41"}', decoded: ' \n{"a":"%41"}' },
  { text: '\uFEFF{"a":"%41"}', decoded: '\uFEFF{"a":"%41"}' },
  { text: '["%"]', decoded: '["%"]' },
  { text: "%7B%22a%22%3A%22b+c%2525%22%7D", decoded: '{"a":"b+c%25"}' },
  { text: "%7B%", decoded: undefined },
])("decodes $text once at most", ({ text, decoded }) => {
  expect(decodeDocument(text)).toBe(decoded);
});
