/* What `judging-thread.ts` starts: it judges one thing after the other, and keeps what judging the last again can use. */
import { on } from "node:events";
import { parentPort } from "node:worker_threads";
import type { Report } from "@/lib/model/report";
import { judgeAgain } from "@/lib/scan/build-report";
import { judgeOpened } from "@/lib/scan/judge";
import { openSnapshot, type OpenedSnapshot } from "@/lib/scan/report/open-snapshot";
import { sha256 } from "@/lib/scan/sha256";
import type { JudgingTask } from "@/lib/server/judge/judging-thread";
import type { PackedReport } from "@/lib/storage/pack-report";

let held: OpenedSnapshot | undefined;

async function answerTo({ snapshot, answer, ...by }: JudgingTask): Promise<Report | PackedReport> {
  if (snapshot) held = openSnapshot(snapshot, sha256);
  if (!held) throw new Error("There is no snapshot that could be judged again.");
  return answer === "report" ? judgeAgain(held, by) : judgeOpened(held, by);
}

if (!parentPort) throw new Error("This file is run by a thread alone.");
for await (const [message] of on(parentPort, "message")) {
  // `judging-thread.ts` alone sends messages, and only these.
  const task: JudgingTask = message;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A window has an origin, and a thread has none.
  parentPort.postMessage(await answerTo(task));
}
