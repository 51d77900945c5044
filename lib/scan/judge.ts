import { buildReport, judgeAgain, type BuildReportOptions } from "@/lib/scan/build-report";
import type { OpenedSnapshot } from "@/lib/scan/report/open-snapshot";
import { reportJson } from "@/lib/scan/report/report-json";
import { sha256 } from "@/lib/scan/sha256";
import { packReport, type PackedReport } from "@/lib/storage/pack-report";

/** By which a snapshot is judged. */
export type JudgedBy = Omit<BuildReportOptions, "snapshot" | "hash" | "checks">;

export type JudgeInput = JudgedBy & Pick<BuildReportOptions, "snapshot">;

/** Judges the snapshot of a scan, to be stored; rejects with the signal's reason when it is aborted first. */
export type Judge = (input: JudgeInput, signal?: AbortSignal) => Promise<PackedReport>;

/** In this thread, which does nothing else meanwhile: a large account takes it many seconds. */
export const judgeHere: Judge = async (input) => packReport(buildReport({ ...input, hash: sha256 }));

/** Judges an opened snapshot, again in a fraction of the time, to be stored. */
export async function judgeOpened(opened: OpenedSnapshot, by: JudgedBy): Promise<PackedReport> {
  const report = judgeAgain(opened, by);
  return packReport(report, reportJson(report, opened.streamMemory.texts.of(report)));
}
