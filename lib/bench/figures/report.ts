import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import type { Figure } from "../figure";

/** Judging a snapshot by the whole checklist, from the stored text's objects to the report: processor time, and memory. */
export const figures: readonly Figure[] = [
  seconds("report.judge.1000x400", 1000),
  seconds("report.judge.growth.3000x1200", 3000),
  seconds("report.judge.10000x4000", 10_000),
  {
    name: "report.judge.memory",
    unit: "MB",
    runs: 1,
    measure: async () => (await measureReport(10_000)).peakMegabytes,
  },
];

function seconds(name: string, streams: number): Figure {
  return { name, unit: "s", runs: 3, measure: async () => (await measureReport(streams)).cpuSeconds };
}

const measuredSchema = z.object({ cpuSeconds: z.number(), peakMegabytes: z.number() });
const script = fileURLToPath(new URL("../measure-report.ts", import.meta.url));

async function measureReport(streams: number) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...process.execArgv,
    script,
    String(streams),
  ]);
  return measuredSchema.parse(JSON.parse(stdout));
}
