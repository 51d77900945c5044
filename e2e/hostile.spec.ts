import { expect, test } from "@playwright/test";
import { z } from "zod";
import {
  buildHostileAccount,
  hostileAccountId,
  hostileRegion,
  rolesCount,
  streamsCount,
} from "../lib/demo/hostile/test-hostile-account";
import { streamNames } from "../lib/demo/hostile/test-hostile-texts";
import { startWireServer, type WireServer } from "../lib/demo/wire/start-wire-server";
import { launchServer, noCredentials, type LaunchedServer } from "./launch-server";
import { streamPath } from "../components/links";
import { collectComplaints, overflowOf, screens } from "./screens";

const scanSchema = z.object({ scan: z.object({ id: z.string(), status: z.string() }) });
const streamSchema = z.object({ stream: z.object({ name: z.string() }) });
const listSchema = z.object({ total: z.number() });

let account: WireServer;
let server: LaunchedServer;

test.beforeAll(async ({ request }) => {
  test.setTimeout(240_000);
  account = await startWireServer(buildHostileAccount());
  server = await launchServer({ ...noCredentials, AWS_ENDPOINT_URL: account.url, AWS_REGION: hostileRegion });
  const { url } = server;
  const started = await request.post(`${url}/api/scans`, { data: { regions: [hostileRegion] } });
  const { scan } = scanSchema.parse(await started.json());
  const status = async () =>
    scanSchema.parse(await (await request.get(`${url}/api/scans/${scan.id}`)).json()).scan.status;
  await expect.poll(status, { timeout: 120_000 }).toBe("finished");
});
test.afterAll(async () => {
  await server.stop();
  await account.close();
});

test("an account of hostile names is listed whole", async ({ request }) => {
  const totalOf = async (path: string) =>
    listSchema.parse(await (await request.get(`${server.url}/api/${path}`)).json()).total;
  expect(await totalOf("streams")).toBe(streamsCount);
  expect(await totalOf("principals")).toBe(rolesCount);
});

test("no screen runs, styles or loses its shape by what hostile names hold", async ({ page }) => {
  test.setTimeout(120_000);
  const complaints = collectComplaints(page);
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const shapes = screens.filter((path) => !path.startsWith("/streams/"));
  for (const path of shapes) {
    await test.step(path, async () => {
      const answer = await page.goto(`${server.url}${path}`, { waitUntil: "load" });
      expect.soft(answer?.status()).toBe(200);
      await expect.soft(page.getByRole("note", { name: "Source of the data" })).toContainText("EMULATOR");
      const injected = page.locator("main").locator("script[src], img[src='x'], svg[onload], b");
      expect.soft(await injected.count()).toBe(0);
      expect.soft(await overflowOf(page)).toBe(0);
      expect.soft(complaints.splice(0)).toEqual([]);
    });
  }
});

test("a stream has its page whatever its name is", async ({ page, request }) => {
  test.setTimeout(120_000);
  const complaints = collectComplaints(page);
  // Half a character has no place in an address.
  const names = streamNames(50).filter((name) => !name.includes("\uD800l"));
  for (const name of names) {
    await test.step(JSON.stringify(name.slice(0, 40)), async () => {
      const path = streamPath({ accountId: hostileAccountId, region: hostileRegion, name });
      const answer = await request.get(`${server.url}${path}`);
      expect.soft(answer.status()).toBe(200);
      const asked = await request.get(`${server.url}/api${path}`);
      expect.soft(streamSchema.parse(await asked.json()).stream.name).toBe(name);
    });
  }
  await page.goto(
    `${server.url}/streams/${hostileAccountId}/${hostileRegion}/${encodeURIComponent("<script>alert(1)</script>")}`,
  );
  await expect(page.getByRole("heading", { level: 1 })).toContainText("<script>alert(1)</script>");
  expect(complaints).toEqual([]);
});

test("the list leads to the streams named by dots, by a click and by what the page says of itself", async ({
  page,
}) => {
  for (const name of [".", ".."]) {
    await page.goto(`${server.url}/streams?q=${encodeURIComponent(name)}&sort=name`);
    await page.getByRole("rowheader").getByRole("link", { name, exact: true }).click();

    await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Data", exact: true }).click();
    await expect(page).toHaveURL(/tab=data/);
    await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
  }
});
