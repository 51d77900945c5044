import { defineConfig } from "@playwright/test";
import { z } from "zod";
import { probePort } from "../lib/launch/address.mjs";
import { findBrowser } from "../lib/launch/browser.mjs";

const environment = "WEIR_E2E";
const settingsSchema = z.object({
  port: z.number(),
  browser: z.object({
    executablePath: z.string(),
    args: z.array(z.string()),
    env: z.record(z.string(), z.string()),
  }),
});

/** Each worker reads this file again; it must come to the port and the browser that the first reading chose. */
async function readSettings() {
  process.env[environment] ??= JSON.stringify({
    port: await probePort("127.0.0.1", 0),
    browser: await findBrowser(),
  });
  return settingsSchema.parse(JSON.parse(process.env[environment]));
}

const { port, browser } = await readSettings();
const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: ".",
  // A server starts within some tests, and a busy machine takes its time for that.
  timeout: 120_000,
  // One server serves two workers: while it writes the PDF of the one, the other waits for its page.
  expect: { timeout: 20_000 },
  outputDir: "../test-results",
  workers: 2,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "../test-results/playwright.json" }]],
  use: {
    baseURL,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: browser.executablePath,
      args: browser.args,
      env: { ...process.env, ...browser.env },
    },
  },
  webServer: {
    command: "node lib/launch/start.mjs --demo --temporary",
    cwd: "..",
    env: { PORT: String(port) },
    url: baseURL,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
