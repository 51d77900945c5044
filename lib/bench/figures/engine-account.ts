import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import type { Figure } from "../figure";

/**
 * Every answer for a random account with 40 actions, in seconds of processor time: what else the machine does
 * counts less then. Small and middling accounts show how it grows.
 */
export const figures: readonly Figure[] = [
  seconds("engine.account.10000x5000x40", 10_000, 5000),
  seconds("engine.account.1000x1000", 1000, 1000),
  seconds("engine.account.growth.2500x1250x40", 2500, 1250),
  seconds("engine.account.growth.5000x2500x40", 5000, 2500),
  {
    name: "engine.account.memory",
    unit: "MB",
    runs: 3,
    measure: async () => (await measureAccount(10_000, 5000)).peakMegabytes,
  },
];

function seconds(name: string, streams: number, principals: number): Figure {
  return {
    name,
    unit: "s",
    runs: 3,
    measure: async () => (await measureAccount(streams, principals)).cpuSeconds,
  };
}

const measuredSchema = z.object({
  cpuSeconds: z.number(),
  peakMegabytes: z.number(),
  checksum: z.string(),
});
const script = fileURLToPath(new URL("../measure-account.ts", import.meta.url));
const checksums = new Map<string, string>();

async function measureAccount(streams: number, principals: number) {
  const size = [String(streams), String(principals)];
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, script, ...size]);
  const measured = measuredSchema.parse(JSON.parse(stdout));
  const expected = checksums.get(size.join());
  if (expected !== undefined && expected !== measured.checksum)
    throw new Error(`two runs gave different answers, ${expected} and ${measured.checksum}`);
  checksums.set(size.join(), measured.checksum);
  process.stderr.write(`engine.account ${size.join("x")}: checksum ${measured.checksum}\n`);
  return measured;
}
