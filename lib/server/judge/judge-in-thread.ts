import "server-only";
import { Worker } from "node:worker_threads";
import type { Report } from "@/lib/model/report";
import type { Judge } from "@/lib/scan/judge";

/** In a thread of its own, so that pages are answered, and a stop is heard, while a large account is judged. */
export const judgeInThread: Judge = async (input, signal) => {
  signal?.throwIfAborted();
  const worker = new Worker(new URL("./judge-worker.ts", import.meta.url), { workerData: input });
  const stop = () => void worker.terminate();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    return await reportOf(worker);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
    stop();
  }
};

function reportOf(worker: Worker): Promise<Report> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`The thread that judges ended with ${code}.`)));
  });
}
