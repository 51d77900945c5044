// @ts-check
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { childEnv, root } from "./root.mjs";

/** How long a child may take to end after it was asked to, before it is killed. */
const graceMs = 10_000;

const parentCheckMs = 250;

/**
 * @typedef {{ code: number, output: string, stdout: string }} Ended
 * @typedef {{ env?: Record<string, string>, cwd?: string, show?: boolean, shell?: boolean }} Options
 */

/**
 * Runs a program to its end and keeps what it said, so that only a failure is shown.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options] `show` passes the output on as it comes instead
 * @returns {Promise<Ended>}
 */
export function run(command, args, { env = {}, cwd = root, show = false, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd,
      shell,
      env: { ...childEnv, ...env },
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let stdout = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      output += text;
      stdout += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    const release = passSignals(child);
    child.once("error", reject).once("close", (code, signal) => {
      release();
      resolve({ code: exitCode(code, signal), output, stdout });
    });
  });
}

/**
 * Hands SIGINT and SIGTERM on to a child, and kills it when it does not end in time.
 *
 * npm puts a shell between itself and us, and passes its signals to that shell, which dies of them without a word to
 * us; so under npm, a parent that is gone counts as SIGTERM.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @returns {() => void} call it when the child has ended
 */
export function passSignals(child) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    child.kill(signal);
    timer ??= setTimeout(() => child.kill("SIGKILL"), graceMs);
  };
  process.on("SIGINT", pass).on("SIGTERM", pass);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (!process.env["npm_lifecycle_event"] || process.ppid === parent) return;
    clearInterval(watch);
    pass("SIGTERM");
  }, parentCheckMs);
  return () => {
    clearTimeout(timer);
    clearInterval(watch);
    process.off("SIGINT", pass).off("SIGTERM", pass);
  };
}

/**
 * The exit code that a shell would report.
 *
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

/**
 * Names a piece of work, does it, and says how long it took.
 *
 * @template T
 * @param {(line: string) => void} say
 * @param {string} what
 * @param {() => Promise<T>} work
 */
export async function timed(say, what, work) {
  const startedMs = Date.now();
  say(`${what} …`);
  const result = await work();
  say(`${what}: ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
  return result;
}
