import { toHistoryPoint } from "@/lib/model/history";
import type { Report } from "@/lib/model/report";
import type { CheckSet } from "@/lib/model/scan";
import { compressText } from "@/lib/storage/compressed-text";

/** A report as it is stored: a large one costs seconds to write, which the thread that judged it does. */
export interface PackedReport {
  readonly set: CheckSet;
  /** Its JSON, compressed. */
  readonly content: Uint8Array;
  /** What is kept of it for the history, compressed. */
  readonly point: Uint8Array;
}

/** @param json the report's, where its writer has it in parts already */
export async function packReport(
  report: Report,
  json: Iterable<string> = [JSON.stringify(report)],
): Promise<PackedReport> {
  return {
    set: report.scan.set,
    content: await compressText(json),
    point: await packPoint(report),
  };
}

export async function packPoint(report: Report): Promise<Uint8Array> {
  return compressText([JSON.stringify(toHistoryPoint(report))]);
}
