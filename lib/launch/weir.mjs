#!/usr/bin/env node
// @ts-check
// `npm run weir -- …`: the command line. Nothing but the report may go to stdout, so the installation speaks on stderr.
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { exitCode, passSignals } from "./child.mjs";
import { install } from "./install.mjs";
import { childEnv, inRoot } from "./root.mjs";
import { runMain } from "./stopped.mjs";

await runMain(async () => {
  await install(console.error);
  const loader = pathToFileURL(inRoot("node_modules/tsx/dist/loader.mjs")).href;
  const node = ["--conditions=react-server", `--import=${loader}`, inRoot("lib/cli/main.ts")];
  const child = spawn(process.execPath, [...node, ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...childEnv, TSX_TSCONFIG_PATH: inRoot("tsconfig.json") },
  });
  const release = passSignals(child);
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject).once("exit", (status, signal) => resolve(exitCode(status, signal)));
  });
  release();
  return code;
});
