// @ts-check
// The Chromium of the package @sparticuz/chromium, which is made for AWS Lambda: x64 Linux only, and without the updates
// of an installed browser. It visits our own pages on loopback and nothing else.
import { existsSync, mkdtempSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, timed } from "./child.mjs";
import { inRoot } from "./root.mjs";
import { Stopped } from "./stopped.mjs";

const packageFolder = "node_modules/@sparticuz/chromium";

/** Not the package's own `args`: they switch the web's security off, and tests would pass that must not. */
const args = ["--no-zygote", "--font-render-hinting=none", "--disable-webgl"];

/**
 * @param {(line: string) => void} say
 * @returns {Promise<import("./browser.mjs").Browser | undefined>}
 */
export async function bundledBrowser(say) {
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(inRoot(packageFolder)))
    return undefined;
  const { version } = JSON.parse(readFileSync(inRoot(`${packageFolder}/package.json`), "utf8"));
  const folder = inRoot(`node_modules/.cache/weir-chromium-${version}`);
  if (!existsSync(folder)) await timed(say, "Unpacking a browser", () => unpack(folder));
  return {
    source: packageFolder,
    executablePath: join(folder, "chromium"),
    args,
    env: { FONTCONFIG_FILE: writeFontConfig(folder), LD_LIBRARY_PATH: join(folder, "al2023/lib") },
  };
}

/**
 * Unpacks in a folder of our own and then moves it into place. The package trusts whatever lies under the name
 * `chromium` in the temporary folder, where any user of the machine may have put it; and half a folder must not be
 * taken for a whole one. It unpacks its NSS libraries only where it believes itself on Lambda.
 *
 * @param {string} folder
 */
async function unpack(folder) {
  mkdirSync(inRoot("node_modules/.cache"), { recursive: true });
  const workFolder = mkdtempSync(`${folder}-`);
  const script = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;
  const ended = await run(process.execPath, ["--input-type=module", "--eval", script], {
    env: { TMPDIR: workFolder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
  });
  if (ended.code !== 0) {
    rmSync(workFolder, { recursive: true, force: true });
    throw new Stopped(`the browser of ${packageFolder} could not be unpacked: ${ended.output.trim()}`);
  }
  try {
    renameSync(workFolder, folder);
  } catch (error) {
    rmSync(workFolder, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another process was faster, and its folder is as good
  }
}

/**
 * Tells the browser where its letters are. The package's own file names one fixed folder; with any other, all text is
 * invisible while every role and name is still found. Written each time, so that a moved checkout keeps its letters.
 *
 * @param {string} folder
 */
function writeFontConfig(folder) {
  const path = join(folder, "weir-fonts.conf");
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts/fonts")}</dir>
  <dir>${inRoot("node_modules/geist/dist/fonts")}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>Geist Mono</family></prefer></alias>
</fontconfig>
`;
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
  return path;
}
