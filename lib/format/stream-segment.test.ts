import * as fc from "fast-check";
import { expect, it } from "vitest";
import { streamNameOf, streamSegment } from "@/lib/format/stream-segment";

it.each([".", "..", "...", "a", ".a", "-", "_", ".~", "..~~", "~", "a.~"])(
  "%s keeps a segment of its own in a URL, and comes back from it",
  (name) => {
    const { pathname } = new URL(`/streams/${encodeURIComponent(streamSegment(name))}`, "http://127.0.0.1");
    const [, , segment = "", ...rest] = pathname.split("/");

    expect(rest).toEqual([]);
    expect(streamNameOf(decodeURIComponent(segment))).toBe(name);
  },
);

it("no two names share a segment", () => {
  const name = fc.string({ unit: fc.constantFrom(".", "~", "a"), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(name, (text) => {
      expect(streamNameOf(streamSegment(text))).toBe(text);
    }),
  );
});

it("leaves every other name as it is", () => {
  expect(["orders.v2", "...", "a..", "~"].map(streamSegment)).toEqual(["orders.v2", "...", "a..", "~"]);
});
