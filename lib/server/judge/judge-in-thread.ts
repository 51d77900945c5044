import "server-only";
import type { Report } from "@/lib/model/report";
import type { Judge, JudgedBy, JudgeInput } from "@/lib/scan/judge";
import { JudgingThread } from "@/lib/server/judge/judging-thread";
import { processState, type KeptThread } from "@/lib/server/process-state";
import type { PackedReport } from "@/lib/storage/pack-report";
import type { Store } from "@/lib/storage/store";

/** For so long after it judged a scan, a thread waits for the scan to be judged again. */
const keptForMs = 10 * 60_000;

/** Judges what is not stored, such as what an account would be. */
export async function judgeOnce(input: JudgeInput): Promise<Report> {
  const thread = new JudgingThread();
  try {
    return await thread.judge(input);
  } finally {
    thread.end();
  }
}

/** Judges the snapshot of a scan to be stored; its thread waits a while for {@link judgeScanAgain}. */
export const judgeScan: Judge = (input, signal) =>
  judgeKept(input.snapshot.scanId, (thread) => thread.judgePacked(input, signal));

/**
 * Judges a stored scan by what is declared and decided now: in a fraction of the time where a thread still holds it.
 * Undefined: there is no such scan any more.
 */
export async function judgeScanAgain(
  store: Pick<Store, "snapshot">,
  scanId: string,
  by: JudgedBy,
): Promise<PackedReport | undefined> {
  // A thread that ended while it waited, for want of memory say, holds nothing: the scan is read from the store again.
  if (living()?.scanId === scanId) return judgeKept(scanId, (thread) => thread.judgePacked(by));
  const snapshot = await store.snapshot(scanId);
  return snapshot && judgeScan({ ...by, snapshot });
}

/** Lets go of the thread that holds a scan which was removed; without an id, of whichever there is. */
export function forgetJudged(scanId?: string): void {
  const state = processState();
  const { judged } = state;
  if (!judged || (scanId !== undefined && judged.scanId !== scanId)) return;
  delete state.judged;
  clearTimeout(judged.idle);
  judged.thread.end();
}

/** While it judges, the thread is nobody else's: who comes meanwhile gets another, and the last to end is kept. */
async function judgeKept(
  scanId: string,
  judge: (thread: JudgingThread) => Promise<PackedReport>,
): Promise<PackedReport> {
  const state = processState();
  const thread = living()?.thread ?? new JudgingThread();
  clearTimeout(state.judged?.idle);
  delete state.judged;
  try {
    const packed = await judge(thread);
    forgetJudged();
    state.judged = keep(thread, scanId);
    return packed;
  } catch (error) {
    thread.end();
    throw error;
  }
}

function living(): KeptThread | undefined {
  const { judged } = processState();
  return judged?.thread.isEnded ? undefined : judged;
}

function keep(thread: JudgingThread, scanId: string): KeptThread {
  return { thread, scanId, idle: setTimeout(forgetJudged, keptForMs, scanId).unref() };
}
