import { expect, test } from "@playwright/test";
import { z } from "zod";
import { awaitFirstReport, demoStream } from "./screens";

const rolesSchema = z.object({
  policies: z.array(
    z.object({ role: z.string(), document: z.string().optional(), problems: z.array(z.string()) }),
  ),
  terraform: z.string(),
});

test("the four policies of a stream are written by choice, and say what they were held to", async ({
  page,
}) => {
  await awaitFirstReport(page);
  await page.goto(demoStream);
  await page.getByRole("link", { name: "Four roles" }).click();
  await expect(page.getByText("Proven", { exact: true })).toHaveCount(4);
  await expect(
    page.getByText(/It allows PutRecord, PutRecords on orders-events.*nothing on \d+ other streams/),
  ).toBeVisible();

  await page.getByLabel("Records are read").selectOption("kcl");
  await page.getByLabel("Application, for the tables of KCL").fill("billing");
  await page.getByLabel("Refuse requests without TLS").check();
  await page.getByRole("button", { name: "Write the policies" }).click();
  await expect(page).toHaveURL(/tab=roles&reader=kcl&application=billing/);
  await expect(page.getByText('"RefuseWithoutTls"').first()).toBeVisible();
  await expect(page.getByText("table/billing-CoordinatorState").first()).toBeVisible();
  await expect(page.getByText("Proven", { exact: true })).toHaveCount(4);

  await page.goto(`${demoStream}?tab=roles&vpce=vpc-1&with=nope`);
  await expect(page.getByText('"vpc-1" is not the id of a VPC endpoint')).toBeVisible();
  await expect(page.getByText("that is called nope")).toBeVisible();
});

test("the interface gives the same, and refuses by name what it does not know", async ({ page, request }) => {
  await awaitFirstReport(page);
  const path = `/api${demoStream}/roles`;
  const { policies, terraform } = rolesSchema.parse(await (await request.get(`${path}?fanout=1`)).json());
  expect(policies.map(({ role }) => role)).toEqual([
    "administrators",
    "resharding",
    "producers",
    "consumers",
  ]);
  expect(policies.flatMap(({ problems }) => problems)).toEqual([]);
  expect(terraform).toContain('resource "aws_iam_policy" "orders-events-consumers"');
  expect((await request.get(`${path}?reader=spark`)).status()).toBe(400);
  expect((await request.get(`${path}?colour=red`)).status()).toBe(400);
  expect((await request.get("/api/streams/111122223333/us-east-1/nope/roles")).status()).toBe(404);
});
