import { expect, it } from "vitest";
import { countOf, formatCount } from "@/lib/format/count-of";

it.each([
  { count: 0, text: "0 streams" },
  { count: 1, text: "1 stream" },
  { count: 2, text: "2 streams" },
  { count: 10_000, text: "10,000 streams" },
])("says $text", ({ count, text }) => {
  expect(countOf(count, "stream")).toBe(text);
});

it("takes a plural that is not formed by an s", () => {
  expect(countOf(2, "policy", "policies")).toBe("2 policies");
});

it("groups thousands", () => {
  expect(formatCount(1_234_567)).toBe("1,234,567");
});
