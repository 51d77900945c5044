import { describe, expect, it } from "vitest";
import { binaryEquals } from "@/lib/iam/conditions/binary-equals";
import { written } from "@/lib/iam/conditions/pattern-text";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

describe("BinaryEquals", () => {
  it.each([
    { policy: "QQ==", actual: "QQ==", expected: yes },
    { policy: "QQ==", actual: "QQ", expected: yes },
    { policy: "QQ==", actual: "QUI=", expected: no },
    { policy: "Q", actual: "QQ==", expected: maybe },
    { policy: "!", actual: "!", expected: maybe },
    { policy: "QQ==", actual: "!", expected: no },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(binaryEquals.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are none", () => {
    expect(binaryEquals).toMatchObject({ name: "BinaryEquals", negated: false, variables: "none" });
  });
});
