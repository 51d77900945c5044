import { spawn } from "node:child_process";
import { once } from "node:events";
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
import { probePort } from "../lib/launch/address.mjs";
import { collectComplaints, screens } from "./screens";

const scanSchema = z.object({ scan: z.object({ id: z.string(), status: z.string() }) });
const listSchema = z.object({ total: z.number() });

let account: WireServer;
let url = "";
let stop: () => Promise<void>;

test.beforeAll(async ({ request }) => {
  test.setTimeout(240_000);
  account = await startWireServer(buildHostileAccount());
  const port = await probePort("127.0.0.1", 0);
  url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    AWS_ENDPOINT_URL: account.url,
    AWS_REGION: hostileRegion,
  };
  const child = spawn(process.execPath, ["lib/launch/start.mjs", "--temporary"], { env, stdio: "ignore" });
  const ended = once(child, "close");
  stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await account.close();
  };
  const answers = async () => (await request.get(`${url}/api/health`).catch(() => undefined))?.status();
  await expect.poll(answers, { timeout: 180_000 }).toBe(200);
  const started = await request.post(`${url}/api/scans`, { data: { regions: [hostileRegion] } });
  const { scan } = scanSchema.parse(await started.json());
  const status = async () =>
    scanSchema.parse(await (await request.get(`${url}/api/scans/${scan.id}`)).json()).scan.status;
  await expect.poll(status, { timeout: 120_000 }).toBe("finished");
});
test.afterAll(() => stop());

test("an account of hostile names is listed whole", async ({ request }) => {
  const totalOf = async (path: string) =>
    listSchema.parse(await (await request.get(`${url}/api/${path}`)).json()).total;
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
      const answer = await page.goto(`${url}${path}`, { waitUntil: "load" });
      expect.soft(answer?.status()).toBe(200);
      await expect.soft(page.getByRole("note", { name: "Source of the data" })).toContainText("EMULATOR");
      const injected = page.locator("main").locator("script[src], img[src='x'], svg[onload], b");
      expect.soft(await injected.count()).toBe(0);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow).toBe(0);
    });
  }
  expect(complaints).toEqual([]);
});

test("a stream has its page whatever its name is", async ({ page, request }) => {
  test.setTimeout(120_000);
  const complaints = collectComplaints(page);
  // Half a character has no place in an address, and a dot or two alone mean another one.
  const names = streamNames(40).filter((name) => !/^\.\.?$|\uD800l/.test(name));
  for (const name of names) {
    await test.step(JSON.stringify(name.slice(0, 40)), async () => {
      const path = `${hostileAccountId}/${hostileRegion}/${encodeURIComponent(name)}`;
      const answer = await request.get(`${url}/streams/${path}`);
      expect.soft(answer.status()).toBe(200);
    });
  }
  await page.goto(
    `${url}/streams/${hostileAccountId}/${hostileRegion}/${encodeURIComponent("<script>alert(1)</script>")}`,
  );
  await expect(page.getByRole("heading", { level: 1 })).toContainText("<script>alert(1)</script>");
  expect(complaints).toEqual([]);
});
