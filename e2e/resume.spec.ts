import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { buildDemoAccount } from "../lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "../lib/demo/wire/start-wire-server";
import { launchServer } from "./launch-server";
import { accessibilityProblems, overflowOf } from "./screens";

let aws: WireServer;
const folder = mkdtempSync(join(tmpdir(), "weir-e2e-resume-"));
test.beforeAll(async () => {
  aws = await startWireServer(buildDemoAccount(), { latencyMs: 60 });
});
test.afterAll(async () => {
  await aws.close();
  rmSync(folder, { recursive: true });
});

test("a scan whose process ended goes on in the next one, from a click", async ({ page, request }) => {
  test.setTimeout(240_000);
  const env = { AWS_ENDPOINT_URL: aws.url, AWS_REGION: "us-east-1", WEIR_DATA_DIR: join(folder, "data") };
  const first = await launchServer(env);
  const started = await request.post(`${first.url}/api/scans`, { data: {} });
  expect(started.status()).toBe(202);
  const path = String(started.headers()["location"]);
  await expect.poll(() => aws.calls.count(), { intervals: [10] }).toBeGreaterThan(40);
  await first.stop();

  const second = await launchServer(env);
  try {
    await page.goto(`${second.url}${path.replace("/api", "")}`);
    await expect(page.getByRole("note", { name: "How the scan ended" })).toContainText("interrupted");
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await overflowOf(page)).toBe(0);
    await page.getByRole("button", { name: "Go on with this scan" }).press("Enter");
    await expect(page.getByRole("link", { name: "Show the results" })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("Went on")).toBeVisible();
    const again = await request.post(`${second.url}${path}/resume`);
    expect(again.status()).toBe(409);
  } finally {
    await second.stop();
  }
});

test("a running scan tells how fast its calls go out, and what waits", async ({ page, request }) => {
  test.setTimeout(240_000);
  const slow = await startWireServer(buildDemoAccount(), { latencyMs: 400 });
  const env = { AWS_ENDPOINT_URL: slow.url, AWS_REGION: "us-east-1", WEIR_DATA_DIR: join(folder, "slow") };
  const server = await launchServer(env);
  try {
    const started = await request.post(`${server.url}/api/scans`, { data: {} });
    const path = String(started.headers()["location"]);
    await page.goto(`${server.url}${path.replace("/api", "")}`);
    const meter = page.getByRole("table", { name: "Calls under way" });
    await expect(meter.getByRole("row").nth(1)).toContainText(/[a-z0-9]+:[A-Z]/);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await overflowOf(page)).toBe(0);
    await expect(page.getByRole("link", { name: "Show the results" })).toBeVisible({ timeout: 120_000 });
    await expect(meter).toBeHidden();
    expect(await accessibilityProblems(page)).toEqual([]);
  } finally {
    await server.stop();
    await slow.close();
  }
});
