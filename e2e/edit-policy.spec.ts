import { expect, test } from "@playwright/test";
import { z } from "zod";
import { accessibilityProblems, awaitFirstReport, overflowOf } from "./screens";

const policyId = "arn:aws:iam::111122223333:policy/fraud-scoring";
const page = `/policies/view?id=${encodeURIComponent(policyId)}`;
const writing = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: ["kinesis:PutRecord", "kinesis:PutRecords"],
      Resource: "arn:aws:kinesis:us-east-1:111122223333:stream/fraud-cases",
    },
  ],
});

test("a policy is edited in the browser, and the account judged with it, before and after", async ({
  page: tab,
}) => {
  await awaitFirstReport(tab);
  await tab.goto(page, { waitUntil: "networkidle" });
  await tab.getByRole("link", { name: "What if…" }).click();
  const field = tab.getByLabel("The policy as it would be");
  await expect(field).toHaveValue(/kinesis:GetRecords/);
  await tab.waitForLoadState("networkidle");
  await field.fill(writing);
  await tab.getByRole("button", { name: "Judge the account with it" }).click();

  const result = tab.getByRole("region", { name: "What it would change" });
  await expect(result.getByRole("heading", { name: /^Put right: / })).toBeVisible();
  await expect(result.getByText("KDS-SOD-04").first()).toBeVisible();
  await expect(result.getByRole("row", { name: /^Account/ })).toContainText("of 100");
  await expect(result.getByRole("table", { name: "Verdicts before and after" })).toBeVisible();
  await expect(
    result.getByRole("row", { name: /fraud-scoring-flink.*allowed, then denied/i }).first(),
  ).toBeVisible();
  expect(await accessibilityProblems(tab)).toEqual([]);
  expect(await overflowOf(tab)).toBe(0);
  await tab.setViewportSize({ width: 390, height: 844 });
  expect(await overflowOf(tab)).toBe(0);
});

test("a document that AWS would refuse is told of by its line, and nothing that was typed is lost", async ({
  page: tab,
}) => {
  await awaitFirstReport(tab);
  await tab.goto(page.replace("view", "edit"), { waitUntil: "networkidle" });
  const broken = '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Perhaps" }]\n}';
  const field = tab.getByLabel("The policy as it would be");
  await field.fill(broken);
  await tab.getByRole("button", { name: "Judge the account with it" }).click();
  await expect(tab.getByText(/^Line 3, column \d+: Statement\[0\]: .* Correct it there/)).toBeVisible();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveValue(broken);
  expect(await accessibilityProblems(tab)).toEqual([]);
});

test("the interface judges an edit, and refuses what is none", async ({ page: tab, request }) => {
  await awaitFirstReport(tab);
  const ask = (data: object) => request.post("/api/policies/what-if", { data });
  const answer = await ask({ policyId, document: writing });
  expect(answer.status()).toBe(200);
  const { whatIf } = z
    .object({
      whatIf: z.object({ findings: z.array(z.object({ change: z.string(), checkId: z.string() })) }),
    })
    .parse(await answer.json());
  expect(whatIf.findings).toContainEqual(expect.objectContaining({ change: "fixed", checkId: "KDS-SOD-04" }));
  expect((await ask({ policyId: "nothing", document: writing })).status()).toBe(404);
  expect((await ask({ policyId, document: "{" })).status()).toBe(400);
  expect((await ask({ policyId })).status()).toBe(400);
  const managed = await ask({ policyId: "arn:aws:iam::aws:policy/AdministratorAccess", document: writing });
  expect(managed.status()).toBe(400);
  expect(await managed.text()).toContain("AWS manages this policy");
});
