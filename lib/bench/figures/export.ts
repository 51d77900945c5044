import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { reportFormats, type ReportFormat } from "@/lib/model/report-format";
import type { Figure } from "../figure";

/** A report of 10,000 streams and 100,000 findings in each format: how long it takes, and the memory beside the report's own. */
export const figures: readonly Figure[] = reportFormats.flatMap((format) => [
  {
    name: `export.100000.${format}`,
    unit: "s",
    runs: 3,
    measure: async () => (await measureExport(format)).seconds,
  },
  {
    name: `export.100000.${format}.memory`,
    unit: "MB",
    runs: 3,
    measure: async () => (await measureExport(format)).megabytes,
  },
  {
    name: `export.100000.${format}.first`,
    unit: "s",
    runs: 3,
    measure: async () => (await measureExport(format)).firstSeconds,
  },
  {
    name: `export.100000.${format}.size`,
    unit: "MB",
    runs: 1,
    measure: async () => (await measureExport(format)).bytes / 1024 / 1024,
  },
]);

const measuredSchema = z.object({
  seconds: z.number(),
  firstSeconds: z.number(),
  megabytes: z.number(),
  bytes: z.number(),
});
const script = fileURLToPath(new URL("../measure-export.ts", import.meta.url));

async function measureExport(format: ReportFormat) {
  const node = [...process.execArgv, "--expose-gc", "--max-old-space-size=8192"];
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...node,
    script,
    "10000",
    "100000",
    format,
  ]);
  return measuredSchema.parse(JSON.parse(stdout));
}
