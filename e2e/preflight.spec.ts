import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { buildDemoAccount } from "../lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "../lib/demo/wire/start-wire-server";
import { launchServer, noCredentials, type LaunchedServer } from "./launch-server";
import { accessibilityProblems, looks, overflowOf } from "./screens";

const account = buildDemoAccount();
const dataDir = mkdtempSync(join(tmpdir(), "weir-preflight-"));
let endpoint: WireServer;
let server: LaunchedServer;

const launch = () =>
  launchServer({
    ...noCredentials,
    AWS_ENDPOINT_URL: endpoint.url,
    AWS_REGION: "us-east-1",
    WEIR_DATA_DIR: dataDir,
  });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  endpoint = await startWireServer(account);
  server = await launch();
});
test.afterEach(() => {
  endpoint.faults.clear();
  endpoint.setAccount(account);
});
test.afterAll(async () => {
  await server.stop();
  await endpoint.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function check(page: Page): Promise<void> {
  await page.goto(`${server.url}/scans`);
  await page.getByRole("button", { name: "Check access" }).click();
  await expect(page).toHaveURL(/\/preflight$/, { timeout: 60_000 });
}

test("says who asks, whom, and that nothing is missing", async ({ page }) => {
  await check(page);

  const who = page.getByRole("region", { name: "Who asks, and whom" });
  await expect(who).toContainText(`Endpoint ${endpoint.url}`);
  await expect(who).toContainText("an emulator that does not say which");
  await expect(who).toContainText(account.accountId);
  await expect(who.getByRole("button", { name: `Copy ${account.callerArn}` })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No permission is known to be missing" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Policy to add" })).toHaveCount(0);
});

test("tells denied, failed, not implemented, not tried and allowed apart, and gives the policy to add", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  endpoint.faults.add({ operation: "kms:GetKeyPolicy", kind: "access-denied" });
  endpoint.faults.add({ operation: "kinesis:ListStreams", kind: "access-denied" });
  endpoint.faults.add({ operation: "organizations:*", kind: "not-implemented" });
  endpoint.faults.add({ operation: "ec2:DescribeSubnets", kind: "service-unavailable" });
  await check(page);

  const row = (action: string) =>
    page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: action }) });
  await expect(row("kms:GetKeyPolicy")).toContainText("Denied");
  await expect(row("kms:GetKeyPolicy")).toContainText("KDS-REST-02");
  await expect(row("organizations:ListAccounts")).toContainText("Not implemented");
  await expect(row("ec2:DescribeSubnets")).toContainText("Failed");
  await expect(row("kinesis:DescribeStreamSummary")).toContainText("Not tried");
  await expect(row("kms:DescribeKey")).toContainText("Allowed");
  await expect(page.getByText(/\d+ calls had nothing to be tried on\./)).toBeVisible();
  await expect(page.getByText("1 call failed for another reason.")).toBeVisible();

  await page.getByRole("button", { name: "Copy: Policy to add" }).press("Enter");
  await expect(page.getByRole("button", { name: "Copy: Policy to add" })).toHaveText("Copied");
  const copied: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied).toMatchObject({
    Version: "2012-10-17",
    Statement: [{ Action: ["kms:GetKeyPolicy"] }, { Action: ["kinesis:ListStreams"], Resource: "*" }],
  });

  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect.soft(await accessibilityProblems(page)).toEqual([]);
    expect.soft(await overflowOf(page)).toBe(0);
  }
});

test("what it says of records is a hint: seen, not attached, not seen", async ({ page }) => {
  const records = page.getByRole("region", { name: "Can it read records?" });
  await check(page);
  await expect(records).toContainText("No AWS managed policy that lets it read records is attached");
  await expect(records).toContainText("a hint and no proof");

  endpoint.setAccount({ ...account, callerArn: `arn:aws:iam::${account.accountId}:user/raj.patel` });
  await check(page);
  await expect(records).toContainText("AmazonKinesisReadOnlyAccess may let this identity read records");

  endpoint.faults.add({ operation: "iam:*", kind: "access-denied" });
  await check(page);
  await expect(records).toContainText("Not seen.");
  await expect(records).toContainText("is not known");
});

for (const { kind, says } of [
  { kind: "expired-token", says: "The AWS credentials have expired." },
  { kind: "reset", says: "cannot be reached" },
  { kind: "html-200", says: "does not answer like AWS" },
  { kind: "unrecognized-client", says: "AWS does not accept these credentials." },
] as const) {
  test(`an endpoint that answers with ${kind} is told in a sentence`, async ({ page }) => {
    endpoint.faults.add({ operation: "*", kind });
    await check(page);

    await expect(page.getByRole("note", { name: "Why access could not be checked" })).toContainText(says);
    await expect(page.getByRole("button", { name: "Scan with these choices" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Check again" })).toBeEnabled();
  });
}

test("a check that runs says so, and leads to its result", async ({ page }) => {
  endpoint.faults.add({ operation: "kms:ListAliases", kind: "hang" });
  await page.goto(`${server.url}/connect`);
  await page.getByRole("button", { name: "Check access" }).click();

  await expect(page.getByText("Each call of a scan is tried once.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Checking" })).toBeDisabled();
  await expect(page).toHaveURL(/\/preflight$/, { timeout: 60_000 });
  await expect(page.getByRole("row").filter({ hasText: "kms:ListAliases" })).toContainText("Failed");
});

test("a scan that its server took down with it is shown as interrupted", async ({ page, request }) => {
  endpoint.faults.add({ operation: "kinesis:ListStreams", kind: "hang" });
  const asked = endpoint.calls.entries.length;
  const started = await request.post(`${server.url}/api/scans`, { data: {} });
  const path = started.headers()["location"]?.replace("/api", "");
  await expect.poll(() => endpoint.calls.entries.length).toBeGreaterThan(asked);
  await server.stop();
  endpoint.faults.clear();
  server = await launch();

  await page.goto(`${server.url}/scans`);
  await expect(page.getByRole("row").filter({ hasText: "Interrupted" })).toHaveCount(1);
  await page.goto(`${server.url}${path}`);
  await expect(page.getByRole("note", { name: "How the scan ended" })).toContainText("was interrupted");
  await expect(page.getByRole("button", { name: /^Delete the scan/ })).toBeVisible();
  await page.goto(server.url);
  await expect(page.getByRole("heading", { level: 1, name: "The last scan was interrupted" })).toBeVisible();
});
