import { expect, test, type APIRequestContext } from "@playwright/test";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { launchServer, type LaunchedServer } from "./launch-server";
import { accessibilityProblems, overflowOf } from "./screens";

const scansSchema = z.object({ scans: z.array(z.object({ id: z.string(), status: z.string() })) });

let server: LaunchedServer;
// A server of its own: what is accepted and declared here would change what other tests see.
test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ request }) => {
  test.setTimeout(240_000);
  server = await launchServer({ WEIR_DEMO: "1" });
  await expect.poll(async () => (await finished(request)).length, { timeout: 60_000 }).toBe(1);
});
test.afterAll(() => server.stop());

test("says that there is nothing to compare before the second scan", async ({ page }) => {
  await page.goto(`${server.url}/compare`);
  await expect(page.getByText("There are no two scans of one account yet")).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("two scans of the same account differ in nothing", async ({ page, request }) => {
  await scanAgain(request, {});
  await page.goto(`${server.url}/scans`);
  await page.getByRole("link", { name: "Compare two scans" }).click();
  await expect(page.getByRole("heading", { name: "No finding changed" })).toBeVisible();
});

test("what was accepted, declared and not looked at stands apart", async ({ page, request }) => {
  const findings = await (
    await request.get(`${server.url}/api/findings?check=KDS-OPS-02&status=fail`)
  ).json();
  const [finding] = z
    .object({ findings: z.array(z.object({ findingId: z.string() })) })
    .parse(findings).findings;
  const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const waiver = { findingIds: [finding?.findingId], owner: "team", reason: "known", expiresOn };
  expect((await request.post(`${server.url}/api/waivers`, { data: waiver })).status()).toBe(201);
  await scanAgain(request, { regions: ["us-east-1"] });

  await page.goto(`${server.url}/compare`);
  await expect(page.getByRole("heading", { name: /^What became of \d+ findings$/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Not compared" })).toBeVisible();
  await page.getByRole("link", { name: /^Not compared \d+$/ }).click();
  await expect(page.getByText("One of the two scans did not look at its Regions.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Fixed" })).toBeHidden();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  }
});

test("each format is kept as a file", async ({ page }) => {
  await page.goto(`${server.url}/compare`);
  for (const [name, holds] of [
    ["HTML", "<h1>What changed between two scans</h1>"],
    ["Markdown", "# Weir: what changed between two scans"],
    ["CSV", '"change","check","severity"'],
    ["JSON", '"schemaVersion": 1'],
  ] as const) {
    await page.getByText("Export", { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: new RegExp(`^${name}`) }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain(holds);
  }
});

test("refuses what it cannot compare, and says why", async ({ page, request }) => {
  const [scan] = await finished(request);
  const answers = [
    { query: "", status: 400, says: "from and to" },
    { query: `?from=${scan?.id}&to=nope`, status: 404, says: "no finished scan" },
    { query: `?from=${scan?.id}&to=${scan?.id}&x=1`, status: 400, says: "no parameter x" },
  ];
  for (const { query, status, says } of answers) {
    const answer = await request.get(`${server.url}/api/compare${query}`);
    expect(answer.status()).toBe(status);
    expect(await answer.text()).toContain(says);
  }
  expect((await request.get(`${server.url}/api/compare/pdf?from=${scan?.id}&to=${scan?.id}`)).status()).toBe(
    404,
  );
  expect((await page.goto(`${server.url}/compare?from=nope&to=${scan?.id}`))?.status()).toBe(404);
});

async function finished(request: APIRequestContext) {
  const { scans } = scansSchema.parse(await (await request.get(`${server.url}/api/scans`)).json());
  return scans.filter(({ status }) => status === "finished");
}

async function scanAgain(request: APIRequestContext, wish: object): Promise<void> {
  const before = (await finished(request)).length;
  expect((await request.post(`${server.url}/api/scans`, { data: wish })).status()).toBe(202);
  await expect.poll(async () => (await finished(request)).length, { timeout: 60_000 }).toBe(before + 1);
}
