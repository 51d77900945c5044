import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bundledBrowser } from "./bundled-browser.mjs";

describe.runIf(process.platform === "linux" && process.arch === "x64")("the browser that npm brings", () => {
  const found = bundledBrowser(() => undefined);

  it("runs with the web's security on", async () => {
    const { args = [] } = (await found) ?? {};
    expect(
      args.filter((flag) => /web-security|single-process|insecure-content|site-isolation/.test(flag)),
    ).toEqual([]);
    expect(args).toContain("--no-zygote");
  });

  it("is told where its letters are, by folders that are there", async () => {
    const { env = {} } = (await found) ?? {};
    const config = readFileSync(env["FONTCONFIG_FILE"] ?? "", "utf8");
    expect(config).toContain("node_modules/geist/dist/fonts</dir>");
    expect(config).toContain("/fonts/fonts</dir>");
  });
});
