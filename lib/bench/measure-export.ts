import { performance } from "node:perf_hooks";
import { exportInputOf } from "@/lib/exports/export-input-of";
import { encodeChunks } from "@/lib/reports/encode-chunks";
import { findFormat, renderReport } from "@/lib/reports/formats";
import { largeReport } from "./large-report";

/**
 * Run in a process of its own, so that the memory is that of one export: prints how long it took to write a report, to its first
 * bytes and to its last, and what the process needed beside the report itself.
 */
const [streams = 0, findings = 0] = process.argv.slice(2, 4).map(Number);
const format = findFormat(process.argv[4] ?? "");
if (!format) throw new RangeError("name a format");

const input = exportInputOf(largeReport({ streams, findings }));
globalThis.gc?.();
const before = process.memoryUsage().rss;
const startedMs = performance.now();
let [firstMs, bytes, peak] = [0, 0, before];
for await (const block of encodeChunks(renderReport(input, format))) {
  if (bytes === 0) firstMs = performance.now() - startedMs;
  bytes += block.length;
  peak = Math.max(peak, process.memoryUsage().rss);
}
const seconds = (performance.now() - startedMs) / 1000;
const megabytes = (peak - before) / 1024 / 1024;
process.stdout.write(JSON.stringify({ seconds, firstSeconds: firstMs / 1000, megabytes, bytes }));
