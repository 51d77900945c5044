import { expect, it } from "vitest";
import { gapReasons } from "@/lib/model/observed";
import { gapAdvice } from "@/lib/format/gap-advice";

it("names the action to allow when access was denied", () => {
  expect(gapAdvice({ action: "kinesis:GetResourcePolicy", reason: "access-denied", message: "no" })).toBe(
    "Allow kinesis:GetResourcePolicy for the scanning role and scan again.",
  );
});

it("names the key's policy where KMS denied, because the role's own may not be enough", () => {
  expect(gapAdvice({ action: "kms:DescribeKey", reason: "access-denied", message: "no" })).toBe(
    "Allow kms:DescribeKey for the scanning role, in the policy of the key too, and scan again.",
  );
});

it.each(gapReasons)("says what to do about %s, in one sentence", (reason) => {
  expect(gapAdvice({ action: "kms:DescribeKey", reason, message: "" })).toMatch(/^[A-Z].*\.$/);
});
