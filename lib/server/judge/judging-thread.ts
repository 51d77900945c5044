import "server-only";
import { Worker } from "node:worker_threads";
import type { Report } from "@/lib/model/report";
import type { Snapshot } from "@/lib/model/snapshot";
import type { JudgedBy } from "@/lib/scan/judge";
import type { PackedReport } from "@/lib/storage/pack-report";

type Task = JudgedBy & {
  /** Absent: the one that the thread was sent before. */
  readonly snapshot?: Snapshot | undefined;
};

export type JudgingTask = Task & { readonly answer: "report" | "packed" };

/** Judging makes much that is thrown away at once: with room for it, a large account is judged in two thirds of the time. */
const resourceLimits = { maxYoungGenerationSizeMb: 192 };

/** Judges, so that pages are answered, and a stop is heard, meanwhile. One task at a time; it ends on the first error. */
export class JudgingThread {
  readonly #worker = new Worker(new URL("./judge-worker.ts", import.meta.url), { resourceLimits });

  isEnded = false;

  constructor() {
    // Whoever waits for an answer is told; with nobody to hear it, an error would end the process.
    this.#worker.on("error", () => undefined).once("exit", () => (this.isEnded = true));
  }

  judge(task: Task, signal?: AbortSignal): Promise<Report> {
    return this.#ask({ ...task, answer: "report" }, signal);
  }

  judgePacked(task: Task, signal?: AbortSignal): Promise<PackedReport> {
    return this.#ask({ ...task, answer: "packed" }, signal);
  }

  /** It keeps the process from ending only while it judges. */
  async #ask<Answer>(task: JudgingTask, signal?: AbortSignal): Promise<Answer> {
    signal?.throwIfAborted();
    const stop = () => this.end();
    signal?.addEventListener("abort", stop, { once: true });
    this.#worker.ref();
    try {
      return await this.#answer(task);
    } catch (error) {
      this.end();
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener("abort", stop);
      this.#worker.unref();
    }
  }

  #answer<Answer>(task: JudgingTask): Promise<Answer> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const end = (code: number) => reject(new Error(`The thread that judges ended with ${code}.`));
      worker.once("exit", end).once("error", reject);
      worker.once("message", (answer) => {
        worker.off("exit", end).off("error", reject);
        resolve(answer);
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A window has an origin, and a thread has none.
      worker.postMessage(task);
    });
  }

  end(): void {
    this.isEnded = true;
    void this.#worker.terminate();
  }
}
