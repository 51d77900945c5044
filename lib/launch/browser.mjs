// @ts-check
// Finds a browser for the tests, on a machine that may have none.
import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { delimiter, join, win32 } from "node:path";
import { bundledBrowser } from "./bundled-browser.mjs";
import { run, timed } from "./child.mjs";
import { inRoot } from "./root.mjs";
import { Stopped } from "./stopped.mjs";

/** @typedef {{ source: string, executablePath: string, args: string[], env: Record<string, string> }} Browser */

/** Keeps a browser from talking to anyone but the pages under test. */
const quietArgs = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/**
 * WEIR_BROWSER, else an installed Chrome or Chromium, else the one that npm brings for Linux on x64, else Playwright's
 * own, which is downloaded when it is not there.
 *
 * @param {(line: string) => void} [say]
 * @returns {Promise<Browser>}
 */
export async function findBrowser(say = () => undefined) {
  const found =
    namedBrowser() ?? (await installedBrowser()) ?? (await bundledBrowser(say)) ?? (await ownBrowser(say));
  if (found) return { ...found, args: [...quietArgs, ...found.args] };
  throw new Stopped(
    "no browser for the browser tests: install Google Chrome or Chromium, or run `npx playwright install chromium`, or name an executable in WEIR_BROWSER.",
  );
}

/** @returns {Browser | undefined} */
function namedBrowser() {
  const executablePath = process.env["WEIR_BROWSER"];
  if (!executablePath) return undefined;
  if (isExecutable(executablePath)) return plain("WEIR_BROWSER", executablePath);
  throw new Stopped(`WEIR_BROWSER names ${executablePath}, which is not an executable file.`);
}

/** @returns {Promise<Browser | undefined>} */
async function installedBrowser() {
  for (const path of candidates(process.platform, process.env).filter(isExecutable)) {
    if (await starts(path)) return plain("installed", path);
  }
  return undefined;
}

/**
 * Where Chrome, Chromium and Edge are usually found.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function candidates(platform, env) {
  if (platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === "win32") {
    const folders = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]].filter(
      (folder) => folder !== undefined,
    );
    const programs = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
    return programs.flatMap((program) => folders.map((folder) => win32.join(folder, program)));
  }
  const names = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Whether it is a browser and not a script that tells to install one. A snap cannot see the profile that Playwright
 * makes in the temporary folder. On Windows, asking for the version would open a window.
 *
 * @param {string} path
 */
async function starts(path) {
  if (process.platform === "win32") return true;
  if (realpathSync(path).startsWith("/snap/") || realpathSync(path) === "/usr/bin/snap") return false;
  const { code, stdout } = await run(path, ["--version"]).catch(() => ({ code: 1, stdout: "" }));
  return code === 0 && /\d+\.\d+\.\d+/.test(stdout);
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<Browser | undefined>}
 */
async function ownBrowser(say) {
  const { chromium } = await import("playwright");
  if (existsSync(chromium.executablePath())) return plain("playwright", chromium.executablePath());
  const { code } = await timed(say, "Downloading a browser with playwright install", () =>
    run(process.execPath, [inRoot("node_modules/playwright/cli.js"), "install", "chromium"]),
  );
  return code === 0 ? plain("playwright", chromium.executablePath()) : undefined;
}

/**
 * @param {string} source
 * @param {string} executablePath
 * @returns {Browser}
 */
function plain(source, executablePath) {
  return { source, executablePath, args: [], env: {} };
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
