// @ts-check
import { rmSync } from "node:fs";
import { findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { run } from "./child.mjs";
import { countReport, countStep, readPlaywright, readVitest } from "./counts.mjs";
import { cruise } from "./cruise.mjs";
import { inRoot } from "./root.mjs";

/**
 * @typedef {import("./counts.mjs").Counts} Counts
 * @typedef {"lint" | "unit" | "browser"} Group
 * @typedef {{ name: string, groups: readonly Group[], work: () => Promise<Counts>, needs?: readonly string[] }} Step
 */

/** Everything that `npm test` does after the installation, in order. @type {readonly Step[]} */
export const steps = [
  { name: "build", groups: ["browser", "lint"], work: () => succeed(() => build(console.log)) },
  { name: "types (tsc)", groups: ["lint"], work: () => tool("typescript/bin/tsc", ["--noEmit", "-p", "."]) },
  { name: "lint (oxlint)", groups: ["lint"], work: () => tool("oxlint/bin/oxlint", ["--type-aware"]) },
  { name: "format (oxfmt)", groups: ["lint"], work: () => tool("oxfmt/bin/oxfmt", ["--check"]) },
  { name: "import rules (dependency-cruiser)", groups: ["lint"], work: async () => report(await cruise()) },
  {
    name: "unused code (knip)",
    groups: ["lint"],
    work: () => tool("knip/bin/knip.js", ["--treat-config-hints-as-errors"]),
  },
  { name: "unit and integration tests (vitest)", groups: ["unit"], work: testUnits },
  { name: "a browser", groups: ["browser"], work: () => succeed(() => findBrowser(console.log)) },
  {
    name: "browser tests (playwright)",
    groups: ["browser"],
    work: testInBrowser,
    needs: ["build", "a browser"],
  },
];

/**
 * @param {string} bin path in node_modules
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: Record<string, string> }} [options]
 */
function runTool(bin, args, options) {
  return run(process.execPath, [inRoot(`node_modules/${bin}`), ...args], options);
}

/**
 * @param {string} bin
 * @param {readonly string[]} args
 */
async function tool(bin, args) {
  return report(await runTool(bin, args));
}

/** @param {{ code: number, output: string }} ended */
function report({ code, output }) {
  if (code !== 0) console.log(output.trimEnd());
  return countStep(code === 0);
}

/** @param {() => Promise<unknown>} work */
async function succeed(work) {
  try {
    await work();
    return countStep(true);
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return countStep(false);
  }
}

async function testUnits() {
  const path = inRoot("test-results/vitest.json");
  rmSync(path, { force: true });
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${path}`];
  const { code, output } = await runTool("vitest/vitest.mjs", args);
  if (code !== 0) console.log(output.trimEnd());
  return countReport(path, code === 0, readVitest);
}

async function testInBrowser() {
  const path = inRoot("test-results/playwright.json");
  rmSync(path, { force: true });
  const { code } = await runTool("@playwright/test/cli.js", ["test", "-c", "e2e"], { show: true });
  return countReport(path, code === 0, readPlaywright);
}
