/* What `judge-in-thread.ts` starts. */
import { parentPort, workerData } from "node:worker_threads";
import { judgeHere, type JudgeInput } from "@/lib/scan/judge";

// `judge-in-thread.ts` alone starts this file, with just that.
const input: JudgeInput = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- A window has an origin, and a thread has none.
parentPort?.postMessage(await judgeHere(input));
