import { spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { probePort } from "../lib/launch/address.mjs";

const readyWithinMs = 180_000;

/** What a machine has on which nobody has ever signed in to AWS. */
export const noCredentials = {
  AWS_CONFIG_FILE: "/nonexistent/config",
  AWS_SHARED_CREDENTIALS_FILE: "/nonexistent/credentials",
  AWS_EC2_METADATA_DISABLED: "true",
} as const;

export interface LaunchedServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** `npm start` with a store of its own that goes with it, or with the folder that WEIR_DATA_DIR names. */
export async function launchServer(env: Readonly<Record<string, string>>): Promise<LaunchedServer> {
  const port = await probePort("127.0.0.1", 0);
  const url = `http://127.0.0.1:${port}`;
  const args = ["lib/launch/start.mjs", ...("WEIR_DATA_DIR" in env ? [] : ["--temporary"])];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...noAws(), ...env, PORT: String(port) },
    stdio: "ignore",
  });
  const ended = once(child, "close");
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const deadlineMs = performance.now() + readyWithinMs;
  while (performance.now() < deadlineMs && child.exitCode === null) {
    if ((await statusOf(`${url}/api/health`)) !== undefined) return { url, stop };
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  await stop();
  throw new Error(`The server did not answer on ${url}.`);
}

/** A developer's own credentials and endpoints have no part in a test. */
function noAws(): Record<string, undefined> {
  const names = Object.keys(process.env).filter((name) => name.startsWith("AWS_"));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume().once("close", () => resolve(response.statusCode));
    }).once("error", () => resolve(undefined));
  });
}
