import { expect, test, type APIRequestContext } from "@playwright/test";
import { z } from "zod";
import { accessibilityProblems, awaitFirstReport, overflowOf } from "./screens";

const findingsSchema = z.object({
  findings: z.array(z.object({ findingId: z.string(), cause: z.object({ label: z.string() }) })),
});
const fixSchema = z.object({
  fix: z.object({ commands: z.array(z.string()), documents: z.array(z.unknown()) }),
  whatIf: z.object({
    findings: z.array(z.object({ findingId: z.string(), change: z.string() })),
    verdicts: z.object({ before: z.object({ fail: z.number() }), after: z.object({ fail: z.number() }) }),
    matrix: z.array(z.object({ principal: z.string() })),
  }),
});

test("a finding leads to its fix, and to the account as it would be", async ({ page, request }) => {
  await awaitFirstReport(page);
  const [finding] = await failing(request, "KDS-LP-04");
  await page.goto(`/findings?check=KDS-LP-04&open=${finding?.findingId}`);
  await page.getByRole("link", { name: "Fix it, and see what that would change" }).click();

  await expect(page.getByRole("heading", { name: "The policy, before and after" })).toBeVisible();
  await expect(page.getByRole("region", { name: /^Changes of / })).toContainText("removed:");
  await expect(page.getByText(/^aws iam (create-policy-version|put-)/)).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Put right: / })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("row", { name: /^Account/ })).toContainText("of 100");
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflowOf(page)).toBe(0);
});

test("where people have to decide, the page says what, and writes no command", async ({ page, request }) => {
  await awaitFirstReport(page);
  const [finding] = await failing(request, "KDS-REST-07");
  await page.goto(`/findings/fix?id=${finding?.findingId}`);
  await expect(page.getByText("No fix is shown, since records from before the encryption go")).toBeVisible();
  await expect(page.getByText("No fix can be written by what was read")).toBeVisible();
  await expect(page.getByRole("heading", { name: "AWS CLI" })).toHaveCount(0);
  expect((await request.get(`/api/findings/${finding?.findingId}/fix`)).status()).toBe(404);
  expect((await request.get("/findings/fix?id=nope")).status()).toBe(404);
});

test("the interface gives the fix and what it would change, and nothing of the scan changes", async ({
  page,
  request,
}) => {
  await awaitFirstReport(page);
  const before = await failing(request, "KDS-OPS-02");
  const [finding] = before;
  const answer = await request.get(`/api/findings/${finding?.findingId}/fix`);
  const { fix, whatIf } = fixSchema.parse(await answer.json());
  expect(fix.commands[0]).toContain("increase-stream-retention-period");
  expect(whatIf.findings).toMatchObject([{ findingId: finding?.findingId, change: "fixed" }]);
  expect(whatIf.verdicts.after.fail).toBeLessThan(whatIf.verdicts.before.fail);
  expect(await failing(request, "KDS-OPS-02")).toEqual(before);
});

async function failing(request: APIRequestContext, check: string) {
  const answer = await request.get(`/api/findings?status=fail&check=${check}`);
  return findingsSchema.parse(await answer.json()).findings;
}
