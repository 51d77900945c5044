import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { buildDemoAccount } from "../lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "../lib/demo/wire/start-wire-server";
import { type LaunchedServer, launchServer } from "./launch-server";
import { accessibilityProblems, demoStream, looks, overflowOf } from "./screens";

const streamArn = "arn:aws:kinesis:us-east-1:111122223333:stream/orders-events";
const policyPath = `/policies/view?id=${encodeURIComponent(`${streamArn}#policy`)}`;
const rolePath = `/principals/view?arn=${encodeURIComponent("arn:aws:iam::111122223333:role/orders-stream-processor")}`;
const folder = mkdtempSync(join(tmpdir(), "weir-e2e-last-known-"));
let aws: WireServer;
let server: LaunchedServer;

/** Two scans: all is read in the first, and policies, IAM and one stream's facts are refused in the second. */
test.beforeAll(async ({ playwright }) => {
  test.setTimeout(240_000);
  aws = await startWireServer(buildDemoAccount());
  const env = { AWS_ENDPOINT_URL: aws.url, AWS_REGION: "us-east-1", WEIR_DATA_DIR: join(folder, "data") };
  server = await launchServer(env);
  const request = await playwright.request.newContext({ baseURL: server.url });
  const scan = async () => {
    const started = await request.post("/api/scans", { data: { quotaShare: 0.9 } });
    const path = String(started.headers()["location"]);
    await expect
      .poll(async () => (await (await request.get(path)).json()).scan?.status ?? "", { timeout: 90_000 })
      .toBe("finished");
  };
  await scan();
  aws.faults.add({ operation: "kinesis:GetResourcePolicy", kind: "access-denied" });
  aws.faults.add({
    operation: "kinesis:DescribeStreamSummary",
    match: "orders-events",
    kind: "access-denied",
  });
  aws.faults.add({ operation: "iam:GetAccountAuthorizationDetails", kind: "access-denied" });
  await scan();
  await request.dispose();
});
test.afterAll(async () => {
  await server.stop();
  await aws.close();
  rmSync(folder, { recursive: true });
});

test("what could not be read stands as of the scan before, and stays unknown", async ({ page }) => {
  await page.goto(`${server.url}${demoStream}?check=KDS-SHR-01`);
  const known = page.getByRole("note", { name: "Last known" });
  await expect(known).toContainText(/Last known, in the scan of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/);
  const verdict = page.getByRole("article");
  await expect(verdict).toContainText("Unknown");
  await known.getByRole("link", { name: "Show the document" }).click();
  await expect(page.getByText("This document could not be read in the newest scan.")).toBeVisible();
  await expect(page.getByText('"Principal"').first()).toBeVisible();
  await page.getByRole("link", { name: /^scan of / }).click();
  await expect(page.getByRole("heading", { name: "Scan of account 111122223333" })).toBeVisible();
});

const paths = [
  demoStream,
  `${demoStream}?check=KDS-SHR-01`,
  `${demoStream}?tab=who`,
  `${demoStream}?tab=data`,
  policyPath,
  rolePath,
];

for (const { width, colorScheme } of looks)
  test(`every page of last known facts can be read at ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    for (const path of paths) {
      await page.goto(`${server.url}${path}`);
      await expect(page.getByText(/last known/i).first(), path).toBeVisible();
      expect(await accessibilityProblems(page), path).toEqual([]);
      expect(await overflowOf(page), path).toBe(0);
    }
  });
