import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import type { Figure } from "../figure";

/**
 * Judging 10,000 stored streams again after one setting is changed, and storing the report, where the thread that judged
 * them holds them still. The median of five settings.
 */
export const figures: readonly Figure[] = [
  { name: "rescore.10000x4000.judged", unit: "s", runs: 1, measure: () => medianOf("judged") },
  { name: "rescore.10000x4000.stored", unit: "s", runs: 1, measure: () => medianOf("stored") },
];

const measuredSchema = z.array(z.object({ judged: z.number(), stored: z.number() })).length(5);
const script = fileURLToPath(new URL("../measure-rescore.ts", import.meta.url));
/** What `judging-thread.ts` asks for its thread: three such spaces make the young generation. */
const room = "--max-semi-space-size=64";

async function medianOf(part: "judged" | "stored"): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...process.execArgv,
    room,
    script,
    "10000",
  ]);
  const seconds = measuredSchema.parse(JSON.parse(stdout)).map((each) => each[part]);
  return seconds.toSorted((one, other) => one - other)[2] ?? Number.NaN;
}
