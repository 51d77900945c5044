import { expect, it } from "vitest";
import { denied, read } from "@/lib/model/test-place";
import { rootUserWithoutAccessKey } from "@/lib/checks/root-user-without-access-key";
import { verdictOf } from "@/lib/checks/test-verdicts";

const verdictWith = (rootAccessKeysPresent: number) =>
  verdictOf(rootUserWithoutAccessKey, { account: { accountSummary: read({ rootAccessKeysPresent }) } });

it("passes an account whose root user has no key", () => {
  expect(verdictWith(0).status).toBe("pass");
});

it("fails one whose root user has, and counts them", () => {
  expect(verdictWith(1)).toMatchObject({
    status: "fail",
    severity: "critical",
    evidence: "The root user of account 111122223333 has 1 access key.",
  });
  expect(verdictWith(2).evidence).toContain("2 access keys");
});

it("does not guess where the summary was refused", () => {
  const accountSummary = denied("iam:GetAccountSummary");
  expect(verdictOf(rootUserWithoutAccessKey, { account: { accountSummary } })).toMatchObject({
    status: "unknown",
    gaps: [accountSummary.gap],
  });
});
