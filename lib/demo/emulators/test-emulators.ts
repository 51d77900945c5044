import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { probePort } from "@/lib/launch/address.mjs";

/** An emulator in a process of its own, on a free loopback port. */
export interface Emulator {
  readonly name: string;
  readonly url: string;
  stop: () => Promise<void>;
}

const startPatienceMs = 30_000;
const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Both of npm: 0.5.2 is what LocalStack runs inside, and lacks resource policies. */
export type KinesisLocal = "kinesis-local" | "kinesis-local-0-5";

/** A development dependency, which a production install leaves out. */
export const hasKinesisLocal = existsSync(`${root}node_modules/kinesis-local/main.js`);

/** @see https://github.com/etspaceman/kinesis-mock */
export async function startKinesisLocal(
  packageName: KinesisLocal,
  settings: Readonly<Record<string, string>> = {},
): Promise<Emulator> {
  const port = await probePort("127.0.0.1", 0);
  const folder = `${root}node_modules/${packageName}`;
  const child = spawn(
    process.execPath,
    ["--import", new URL("listen-on-loopback.mjs", import.meta.url).href, `${folder}/main.js`],
    {
      stdio: "ignore",
      env: {
        NODE_ENV: "production",
        PATH: process.env["PATH"],
        KINESIS_MOCK_CERT_PATH: `${folder}/server.json`,
        KINESIS_MOCK_PLAIN_PORT: String(port),
        KINESIS_MOCK_TLS_PORT: String(await probePort("127.0.0.1", 0)),
        LOG_LEVEL: "ERROR",
        // Half a second each, else.
        CREATE_STREAM_DURATION: "50ms",
        REGISTER_STREAM_CONSUMER_DURATION: "50ms",
        START_STREAM_ENCRYPTION_DURATION: "50ms",
        ...settings,
      },
    },
  );
  const url = `http://127.0.0.1:${port}`;
  return ready(child, packageName, { url, health: `${url}/healthcheck` });
}

const moto = "moto_server";

/** moto is a Python program that a user's machine rarely has. */
export const hasMoto = spawnSync(moto, ["--help"], { stdio: "ignore" }).status === 0;

/** @see https://docs.getmoto.org/en/latest/docs/server_mode.html */
export async function startMoto(settings: Readonly<Record<string, string>> = {}): Promise<Emulator> {
  const port = await probePort("127.0.0.1", 0);
  const child = spawn(moto, ["-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
    env: { ...process.env, ...settings },
  });
  const url = `http://127.0.0.1:${port}`;
  return ready(child, "moto", { url, health: `${url}/moto-api/data.json` });
}

async function ready(
  child: ChildProcess,
  name: string,
  { url, health }: { url: string; health: string },
): Promise<Emulator> {
  const exited = once(child, "exit");
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await exited;
    }
  };
  const deadlineMs = performance.now() + startPatienceMs;
  while (performance.now() < deadlineMs && child.exitCode === null) {
    const answer = await fetch(health).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return { name, url, stop };
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  await stop();
  throw new Error(`${name} did not start on ${url}`);
}
