// @ts-check
import { existsSync } from "node:fs";
import { listFiles } from "./build.mjs";
import { run } from "./child.mjs";
import { inRoot } from "./root.mjs";

const folders = ["app", "components", "lib", "e2e"];

/**
 * Holds the import rules, and that every source file was looked at: with a compiler that it does not know,
 * dependency-cruiser sees no module at all and reports no violation.
 *
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function cruise() {
  const present = folders.filter((folder) => existsSync(inRoot(folder)));
  const cli = inRoot("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const { stdout, output } = await run(process.execPath, [cli, "--output-type", "json", ...present]);
  /** @type {{ modules: { source: string }[], summary: { violations: { from: string, to: string, rule: { name: string } }[] } }} */
  const { modules, summary } = stdout.startsWith("{")
    ? JSON.parse(stdout)
    : { modules: [], summary: { violations: [] } };
  const complaints = [
    ...(modules.length === 0 ? [output] : []),
    ...summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`),
    ...unseen(present.flatMap(listSources), modules).map((path) => `not looked at: ${path}`),
  ];
  return { code: complaints.length === 0 ? 0 : 1, output: complaints.join("\n") };
}

/**
 * The source files that a cruise did not see.
 *
 * @param {readonly string[]} paths
 * @param {readonly { source: string }[]} modules
 */
export function unseen(paths, modules) {
  const seen = new Set(modules.map(({ source }) => source));
  return paths.filter((path) => !seen.has(path));
}

/** @param {string} folder */
function listSources(folder) {
  return listFiles(folder, /(?!)/).filter((path) => /\.(?:tsx?|mjs)$/.test(path) && !path.endsWith(".d.ts"));
}
