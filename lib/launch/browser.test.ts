import { afterEach, expect, it, vi } from "vitest";
import { candidates, findBrowser } from "./browser.mjs";

afterEach(() => vi.unstubAllEnvs());

it("takes the browser that WEIR_BROWSER names before any other, and keeps it quiet", async () => {
  vi.stubEnv("WEIR_BROWSER", process.execPath);
  const { executablePath, args } = await findBrowser();
  expect(executablePath).toBe(process.execPath);
  expect(args).toContain("--disable-background-networking");
});

it("says so when WEIR_BROWSER names no program", async () => {
  vi.stubEnv("WEIR_BROWSER", "/nowhere/chrome");
  await expect(findBrowser()).rejects.toThrow(
    "WEIR_BROWSER names /nowhere/chrome, which is not an executable file",
  );
});

it.each([
  ["linux", { PATH: "/usr/bin" }, "/usr/bin/chromium"],
  ["darwin", {}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
  [
    "win32",
    { PROGRAMFILES: String.raw`C:\Programs` },
    String.raw`C:\Programs\Google\Chrome\Application\chrome.exe`,
  ],
] as const)("looks for an installed browser on %s", (platform, env, path) => {
  expect(candidates(platform, { NODE_ENV: "test", ...env })).toContain(path);
});
