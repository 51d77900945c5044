import type { Report } from "@/lib/model/report";
import { buildReport, type BuildReportOptions } from "@/lib/scan/build-report";
import { sha256 } from "@/lib/scan/sha256";

export type JudgeInput = Omit<BuildReportOptions, "hash" | "checks">;

/** Judges a snapshot; rejects with the signal's reason when it is aborted first. */
export type Judge = (input: JudgeInput, signal?: AbortSignal) => Promise<Report>;

/** In this thread, which does nothing else meanwhile: a large account takes it many seconds. */
export const judgeHere: Judge = async (input) => buildReport({ ...input, hash: sha256 });
