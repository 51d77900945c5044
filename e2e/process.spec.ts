import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { probePort } from "../lib/launch/address.mjs";

test("a second server on one folder says so on every page, and the first ends with an event stream open", async ({
  page,
  request,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "weir-process-"));
  const first = await launch(folder);
  const second = await launch(folder);
  try {
    await expect.poll(() => first.said(), { timeout: 30_000 }).toContain("is ready on");
    await expect.poll(() => second.said(), { timeout: 30_000 }).toContain("is open in process");
    const refused = await request.get(`${second.url}/api/streams`);
    expect(refused.status()).toBe(503);
    expect(await refused.json()).toMatchObject({ error: { code: "unavailable" } });
    const answer = await page.goto(second.url);
    expect(answer?.status()).toBe(503);
    await expect(page.getByText(/is open in process \d+\. Stop that process/)).toBeVisible();
    expect(second.said()).not.toMatch(/^\s+at /m);

    const { scan } = z
      .object({ scan: z.object({ id: z.string() }) })
      .parse(await (await request.post(`${first.url}/api/scans`, { data: {} })).json());
    const stream = await openStream(`${first.url}/api/scans/${scan.id}/events`);
    const askedAtMs = Date.now();
    first.child.kill("SIGTERM");
    await first.ended;
    await stream.closed;
    expect(Date.now() - askedAtMs).toBeLessThan(8000);
  } finally {
    for (const { child } of [first, second]) child.kill("SIGTERM");
    await Promise.all([first.ended, second.ended]);
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a script that is written into a page does not run", async ({ page }) => {
  await page.goto("/");
  const violated = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
          resolve(effectiveDirective),
        );
        const script = document.createElement("script");
        script.textContent = "document.title = 'owned'";
        document.body.append(script);
      }),
  );

  expect(violated).toBe("script-src-elem");
  await expect(page).not.toHaveTitle("owned");
});

async function launch(folder: string) {
  const port = await probePort("127.0.0.1", 0);
  const env = { ...process.env, PORT: String(port), WEIR_DATA_DIR: folder };
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
