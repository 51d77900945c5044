// @ts-check
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCode, passSignals } from "./child.mjs";
import { childEnv, inRoot, root } from "./root.mjs";

const pollMs = 50;

/**
 * Runs the built server until it ends.
 *
 * @param {import("./address.mjs").Address} address
 * @param {{ demo: boolean, temporary: boolean }} options `temporary` keeps the data in a folder that goes with the server
 * @param {() => void} onAnswer called once, when the first page was answered
 * @returns {Promise<number>} the server's exit code
 */
export async function serve({ host, port, url }, { demo, temporary }, onAnswer) {
  const dataDir = temporary ? mkdtempSync(join(tmpdir(), "weir-")) : undefined;
  const args = [inRoot("node_modules/next/dist/bin/next"), "start", "-H", host, "-p", String(port)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    env: {
      ...childEnv,
      NODE_ENV: "production",
      PORT: String(port),
      // Next would end the process as soon as its connections are closed, before the store is.
      NEXT_MANUAL_SIG_HANDLE: "true",
      ...(demo && { WEIR_DEMO: "1" }),
      ...(dataDir && { WEIR_DATA_DIR: dataDir }),
    },
  });
  const release = passSignals(child);
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject).once("exit", (code, signal) => resolve(exitCode(code, signal)));
  });
  try {
    void announce(url, child, onAnswer);
    return await ended;
  } finally {
    release();
    if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * @param {string} url
 * @param {import("node:child_process").ChildProcess} child
 * @param {() => void} onAnswer
 */
async function announce(url, child, onAnswer) {
  while (child.exitCode === null && child.signalCode === null) {
    if (await answers(url)) {
      onAnswer();
      return;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, pollMs);
    });
  }
}

/**
 * Whether anything but a server error comes back.
 *
 * @param {string} url
 * @returns {Promise<boolean>}
 */
function answers(url) {
  return new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume().once("close", () => resolve((response.statusCode ?? 500) < 500));
    }).once("error", () => resolve(false));
  });
}
