import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import type { Figure } from "../figure";

/** AWS's rates times this: a scan of minutes becomes one of seconds. */
const speed = 10;
/** Calls of GetResourcePolicy that AWS takes a second: the slowest bucket, so the floor of a scan. */
const policiesPerSecond = 5;

/**
 * A whole scan of one Region over the wire, against the least time that its share of the quotas allows: one
 * GetResourcePolicy a stream and consumer.
 */
export const figures: readonly Figure[] = [
  ratio("scan.1000.ratio-to-floor", 1000, 0.9),
  ratio("scan.1000.quarter-share.ratio-to-floor", 1000, 0.25),
  {
    name: "scan.1000.memory",
    unit: "MB",
    runs: 1,
    measure: async () => (await measureScan(1000, 0.9)).peakMegabytes,
  },
];

function ratio(name: string, streams: number, share: number): Figure {
  return {
    name,
    unit: "x",
    runs: 1,
    async measure() {
      const { seconds } = await measureScan(streams, share);
      return seconds / ((streams * 1.1) / (policiesPerSecond * speed * share));
    },
  };
}

const measuredSchema = z.object({
  seconds: z.number(),
  streams: z.number(),
  throttled: z.number(),
  unread: z.number(),
  peakMegabytes: z.number(),
});
const scriptOf = (name: string) => fileURLToPath(new URL(`../${name}.ts`, import.meta.url));

async function measureScan(streams: number, share: number) {
  const args = [...process.execArgv, scriptOf("serve-account"), String(streams), String(speed)];
  const server = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  try {
    const [address] = await once(server.stdout, "data");
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...process.execArgv, scriptOf("measure-scan"), String(share * speed)],
      {
        env: {
          ...process.env,
          AWS_ENDPOINT_URL: String(address).trim(),
          AWS_ACCESS_KEY_ID: "AKIABENCH",
          AWS_SECRET_ACCESS_KEY: "bench",
        },
      },
    );
    const measured = measuredSchema.parse(JSON.parse(stdout));
    if (measured.streams !== streams || measured.unread > 0)
      throw new Error(`${measured.unread} of ${measured.streams} streams were not read whole`);
    return measured;
  } finally {
    server.stdin.end();
    await once(server, "close");
  }
}
