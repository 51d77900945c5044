import { expect, test } from "@playwright/test";
import { buildDemoAccount } from "../lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "../lib/demo/wire/start-wire-server";
import { movedTo } from "../lib/scan/test-accounts";
import { launchServer, type LaunchedServer } from "./launch-server";
import { accessibilityProblems, collectComplaints, looks, overflowOf } from "./screens";

const account = buildDemoAccount();
const [first, second, shut] = ["444455556666", "777788889999", "121212121212"] as const;
const roleOf = (accountId: string) => `arn:aws:iam::${accountId}:role/weir-auditor`;

let aws: WireServer;
let server: LaunchedServer;
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  aws = await startWireServer(account, { members: [first, second].map((id) => movedTo(account, id)) });
  server = await launchServer({ AWS_ENDPOINT_URL: aws.url, AWS_REGION: "us-east-1" });
});
test.afterAll(async () => {
  await server.stop();
  await aws.close();
});

test("accounts are asked for by their roles, and one that cannot be entered is named", async ({ page }) => {
  await page.goto(`${server.url}/connect`);
  await page.getByText("Several accounts and the organization").click();
  const roles = page.getByRole("textbox", { name: "Roles of accounts" });
  await roles.fill([first, first].map(roleOf).join("\n"));
  await page.getByRole("button", { name: "Start scan" }).click();
  await expect(page.getByText("must name one role of each account")).toBeVisible();

  await roles.fill([first, second, shut].map(roleOf).join("\n"));
  await page.getByRole("textbox", { name: "External id of these roles" }).fill(`weir-${first}`);
  await page.getByRole("button", { name: "Start scan" }).click();
  await expect(page).toHaveURL(/\/scans\//);
  await expect(page.getByRole("heading", { level: 1, name: "Scan of 3 accounts" })).toBeVisible({
    timeout: 60_000,
  });
  // The second asks for another external id than the first.
  await expect(page.getByText(`sts:AssumeRole`).first()).toBeVisible({ timeout: 60_000 });

  await expect(page.getByRole("button", { name: `Copy ${account.callerArn}` })).toBeVisible();
  await page.goto(server.url);
  const table = page.getByRole("table", { name: "Accounts" });
  await expect(table.getByRole("row")).toHaveCount(4);
  await expect(table.getByRole("row", { name: shut })).toContainText(/not scored\s*not known/);
  await expect(page.getByText("3 accounts").first()).toBeVisible();
});

test("lists are narrowed to an account, and so is what is exported", async ({ page, request }) => {
  await page.goto(`${server.url}/streams`);
  const accounts = page.getByRole("group", { name: "Account" });
  await accounts.getByRole("link", { name: shut }).click();
  await expect(page.getByText("No stream fits the filter")).toBeVisible();
  await accounts.getByRole("link", { name: first }).click();
  await expect(page.getByRole("heading", { name: /^\d+ streams$/ })).toBeVisible();

  await page.goto(`${server.url}/findings?account=${shut}`);
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  const api = await (await request.get(`${server.url}/api/findings?account=${shut}`)).json();
  expect(api.total).toBeGreaterThan(0);
  for (const finding of api.findings) expect(finding.status).toBe("unknown");

  for (const path of ["/policies", "/principals", "/keys", "/network"]) {
    await page.goto(`${server.url}${path}`);
    await page.getByRole("group", { name: "Account" }).getByRole("link", { name: first }).click();
    await expect(page).toHaveURL(new RegExp(`account=${first}`));
  }
});

for (const { width, colorScheme } of looks) {
  test(`pages of several accounts are accessible, silent and within ${width} px, ${colorScheme}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const complaints = collectComplaints(page);
    for (const path of ["/", "/streams", "/findings", "/policies", "/network", "/scans", "/connect"]) {
      await page.goto(`${server.url}${path}`, { waitUntil: "load" });
      expect.soft(await accessibilityProblems(page), path).toEqual([]);
      expect.soft(await overflowOf(page), path).toBe(0);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
}
