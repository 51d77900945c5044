import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { probePort } from "../lib/launch/address.mjs";

test("a second server on one folder says so; the first tells no credentials and ends with an event stream open", async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), "weir-process-"));
  const servers: Awaited<ReturnType<typeof launch>>[] = [];
  const start = async () => {
    const server = await launch(folder);
    servers.push(server);
    return server;
  };
  try {
    const first = await start();
    await expect.poll(() => first.said(), { timeout: 90_000 }).toContain("is ready on");
    const second = await start();
    await expect.poll(() => second.said(), { timeout: 90_000 }).toContain("is open in process");
    const refused = await request.get(`${second.url}/api/streams`);
    expect(refused.status()).toBe(503);
    expect(await refused.json()).toMatchObject({ error: { code: "unavailable" } });
    const answer = await page.goto(second.url);
    expect(answer?.status()).toBe(503);
    await expect(page.getByText(/is open in process \d+\. Stop that process/)).toBeVisible();
    expect(second.said()).not.toMatch(/^\s+at /m);

    const report = async () => (await request.get(`${first.url}/api/findings`)).status();
    await expect.poll(report, { timeout: 90_000 }).toBe(200);
    const { scans } = z
      .object({ scans: z.tuple([z.object({ id: z.string() })]) })
      .parse(await (await request.get(`${first.url}/api/scans`)).json());
    const exported = await request.get(`${first.url}/api/scans/${scans[0].id}/report/json`);
    expect(exported.status()).toBe(200);
    expect((await exported.text()) + JSON.stringify(scans) + first.said()).not.toContain("MARKER");

    const { scan } = z
      .object({ scan: z.object({ id: z.string() }) })
      .parse(await (await request.post(`${first.url}/api/scans`, { data: {} })).json());
    const stream = await openStream(`${first.url}/api/scans/${scan.id}/events`);
    const askedAtMs = Date.now();
    first.child.kill("SIGTERM");
    await first.ended;
    await stream.closed;
    expect(Date.now() - askedAtMs).toBeLessThan(4500);
  } finally {
    for (const { child } of servers) child.kill("SIGTERM");
    await Promise.all(servers.map(({ ended }) => ended));
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a script in markup that somebody slips into a page does not run", async ({ page }) => {
  await page.goto("/");
  const violated = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
          resolve(effectiveDirective),
        );
        document.body.insertAdjacentHTML(
          "beforeend",
          `<img src="data:," onerror="document.title = 'owned'">`,
        );
      }),
  );

  expect(violated).toBe("script-src-attr");
  await expect(page).not.toHaveTitle("owned");
});

const markers = {
  AWS_ACCESS_KEY_ID: "KEY-MARKER",
  AWS_SECRET_ACCESS_KEY: "SECRET-MARKER",
  AWS_SESSION_TOKEN: "TOKEN-MARKER",
};

async function launch(folder: string) {
  const port = await probePort("127.0.0.1", 0);
  const env = { ...process.env, PORT: String(port), WEIR_DATA_DIR: folder, ...markers };
  const child = spawn(process.execPath, ["lib/launch/start.mjs", "--demo"], { env });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  return { child, url: `http://127.0.0.1:${port}`, said: () => said, ended: once(child, "close") };
}

/** Resolves when the first event has come, and holds the connection. */
function openStream(url: string): Promise<{ readonly closed: Promise<unknown> }> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      const closed = once(response, "close");
      response.once("data", () => resolve({ closed })).once("error", reject);
      response.resume();
    }).once("error", reject);
  });
}
