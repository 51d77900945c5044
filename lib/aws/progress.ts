import "server-only";
import type { ScanEventBody } from "@/lib/model/scan";

/** Steps of one action in one Region that are told at most; a scan of 10,000 streams stays readable. */
const stepsToldMax = 100;
/** Gaps of one action and reason in one Region that are told one by one; the snapshot holds them all. */
const gapsToldMax = 20;

interface Step {
  done: number;
  total: number;
}

/** Tells how far a scan is: for each action and Region, how many of the planned reads are done. */
export class Progress {
  readonly #tell: (event: ScanEventBody) => void;
  readonly #steps = new Map<string, Step>();
  readonly #gaps = new Map<string, number>();
  readonly #crowded = new Set<string>();

  constructor(tell: (event: ScanEventBody) => void) {
    this.#tell = tell;
  }

  /** Says beforehand how many reads there will be. */
  plan(action: string, region: string, count: number): void {
    this.#step(action, region).total += count;
  }

  done(action: string, region: string): void {
    const step = this.#step(action, region);
    step.done += 1;
    step.total = Math.max(step.total, step.done);
    const stride = Math.ceil(step.total / stepsToldMax);
    if (step.done === step.total || step.done % stride === 0) {
      this.#tell({ type: "progress", action, region, ...step });
    }
  }

  /** A quota that is each stream's own would tell of every stream: once for an action and Region is enough. */
  crowded(event: Extract<ScanEventBody, { type: "crowded" }>): void {
    const key = `${event.action}|${event.region}`;
    if (this.#crowded.has(key)) return;
    this.#crowded.add(key);
    this.#tell(event);
  }

  gap(gap: Extract<ScanEventBody, { type: "gap" }>["gap"]): void {
    const key = `${gap.action}|${gap.reason}|${gap.region ?? ""}`;
    const told = (this.#gaps.get(key) ?? 0) + 1;
    this.#gaps.set(key, told);
    if (told <= gapsToldMax) this.#tell({ type: "gap", gap });
  }

  #step(action: string, region: string): Step {
    const key = `${action}|${region}`;
    const step = this.#steps.get(key) ?? { done: 0, total: 0 };
    this.#steps.set(key, step);
    return step;
  }
}
