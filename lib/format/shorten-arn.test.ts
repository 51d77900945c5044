import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resourceOfArn, shortenArn, shortenMiddle } from "@/lib/format/shorten-arn";

describe("shortenMiddle", () => {
  it("keeps both ends", () => {
    expect(shortenMiddle("abcdefghij", 5)).toBe("ab…ij");
  });

  it("leaves short text alone", () => {
    expect(shortenMiddle("abc", 3)).toBe("abc");
  });

  it("never cuts a character in half", () => {
    expect(shortenMiddle("😀😀😀😀😀😀", 3)).toBe("😀…😀");
  });

  it("is never longer than asked", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 3, max: 80 }), (text, lengthMax) => {
        expect(Array.from(shortenMiddle(text, lengthMax)).length).toBeLessThanOrEqual(lengthMax);
      }),
    );
  });
});

describe("shortenArn", () => {
  it("drops Region and account first, so that service and name stay", () => {
    expect(shortenArn("arn:aws:kinesis:us-east-1:111122223333:stream/payments-ledger", 42)).toBe(
      "arn:aws:kinesis:…:stream/payments-ledger",
    );
  });

  it("shortens a long name in its middle", () => {
    const short = shortenArn(`arn:aws:kinesis:us-east-1:111122223333:stream/${"x".repeat(100)}-end`, 48);
    expect(short).toMatch(/^arn:aws:kinesis:…:stream\/x+…x*-end$/);
    expect(short.length).toBe(48);
  });

  it("leaves what fits, and shortens what is no ARN in its middle", () => {
    expect(shortenArn("arn:aws:iam::111122223333:role/etl")).toBe("arn:aws:iam::111122223333:role/etl");
    expect(shortenArn("x".repeat(60), 9)).toBe("xxxx…xxxx");
    expect(shortenArn("arn:aws:kinesis:us-east-1:111122223333:stream/payments-ledger", 24)).toHaveLength(24);
  });
});

it("resourceOfArn names the kind and the name, and leaves other text alone", () => {
  expect(resourceOfArn("arn:aws:iam::111122223333:role/etl-worker")).toBe("role/etl-worker");
  expect(resourceOfArn("vpce-0a1b")).toBe("vpce-0a1b");
});
