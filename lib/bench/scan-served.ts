import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import type { ServedAccount } from "./served-account";

/** Calls of GetResourcePolicy that AWS takes a second: the slowest bucket, so the floor of a scan. */
const policiesPerSecond = 5;

export interface Pace {
  /** AWS's rates times this: a scan of minutes becomes one of seconds. */
  readonly speed: number;
  /** Of the quotas, 0 to 1. */
  readonly share: number;
}

const partSchema = z.object({ seconds: z.number(), cpuSeconds: z.number(), peakMegabytes: z.number() });
const measuredSchema = z.object({
  read: partSchema,
  /** The memory is the largest of both parts. */
  judge: partSchema,
  streams: z.number(),
  calls: z.number(),
  throttled: z.number(),
  unread: z.number(),
});
const takenSchema = z.object({ calls: z.number(), throttled: z.number() });

export type MeasuredScan = z.infer<typeof measuredSchema>;

interface MeasuredBeside extends MeasuredScan {
  readonly neighbour: z.infer<typeof takenSchema>;
}

/**
 * Scans an account over the wire and judges it; the server and the scan are processes of their own. Each stream's
 * encryption, consumers, policy and tags must have been read.
 */
export async function scanServed(plan: ServedAccount, pace: Pace): Promise<MeasuredScan> {
  const measured = await withServer(plan, pace.speed, (url) => scanAt(url, plan, pace));
  if (measured.unread > 0)
    throw new Error(`${measured.unread} of ${measured.streams} streams were not read whole`);
  return measured;
}

/** The same while a client of the account's owner takes a part of the same quotas; facts may be lost. */
export function scanBeside(plan: ServedAccount, pace: Pace, neighbourShare: number): Promise<MeasuredBeside> {
  return withServer(plan, pace.speed, async (url) => {
    const neighbour = start("take-quota", [String(neighbourShare * pace.speed)], url);
    const answered = output(neighbour);
    try {
      const measured = await scanAt(url, plan, pace);
      neighbour.stdin.end();
      return { ...measured, neighbour: takenSchema.parse(JSON.parse(await answered)) };
    } finally {
      neighbour.stdin.end();
    }
  });
}

/** The least seconds that the share of the quotas allows: one GetResourcePolicy a stream and consumer, Regions side by side. */
export function floorSeconds({ streams, regions, consumerEvery }: ServedAccount, pace: Pace): number {
  const consumers = consumerEvery === 0 ? 0 : streams / consumerEvery;
  return (streams + consumers) / regions / (policiesPerSecond * pace.speed * pace.share);
}

async function scanAt(url: string, plan: ServedAccount, { speed, share }: Pace): Promise<MeasuredScan> {
  const args = [...process.execArgv, scriptOf("measure-scan"), String(share * speed), String(plan.regions)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: environment(url) });
  const measured = measuredSchema.parse(JSON.parse(stdout));
  if (measured.streams !== plan.streams)
    throw new Error(`${measured.streams} of ${plan.streams} streams were found`);
  return measured;
}

async function withServer<Value>(
  plan: ServedAccount,
  speed: number,
  use: (url: string) => Promise<Value>,
): Promise<Value> {
  const server = start("serve-account", [JSON.stringify(plan), String(speed)]);
  try {
    const [address] = await once(server.stdout, "data");
    return await use(String(address).trim());
  } finally {
    server.stdin.end();
    await once(server, "close");
  }
}

const scriptOf = (name: string) => fileURLToPath(new URL(`${name}.ts`, import.meta.url));

function start(name: string, args: readonly string[], url?: string) {
  return spawn(process.execPath, [...process.execArgv, scriptOf(name), ...args], {
    stdio: ["pipe", "pipe", "inherit"],
    env: url === undefined ? process.env : environment(url),
  });
}

async function output({ stdout }: ReturnType<typeof start>): Promise<string> {
  let text = "";
  for await (const part of stdout) text += String(part);
  return text;
}

function environment(url: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: "AKIABENCH",
    AWS_SECRET_ACCESS_KEY: "bench",
  };
}
