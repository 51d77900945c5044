import { EventEmitter, once } from "node:events";
import type { ScanEvent, ScanEventBody } from "@/lib/model/scan";

/** At most one progress event for an action and Region in this time: a large account makes tens of thousands of calls. */
const progressEveryMs = 100;

type MeterEvent = Extract<ScanEvent, { type: "meter" }>;
type Progress = Extract<ScanEventBody, { type: "progress" }>;

/** Numbers and keeps a scan's events, for those who watch now and those who come later. */
export class EventLog {
  readonly #now: () => Date;
  readonly #events: ScanEvent[] = [];
  readonly #changes = new EventEmitter().setMaxListeners(0);
  readonly #told = new Map<string, number>();
  readonly #held = new Map<string, Progress>();
  /** The newest of each account, and how many there were before. */
  readonly #meters = new Map<string, { readonly event: MeterEvent; readonly turn: number }>();
  #turns = 0;
  #ended = false;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** What comes after the terminal event is dropped: a collector may still be winding down. */
  tell(body: ScanEventBody): void {
    if (this.#ended) return;
    if (body.type === "progress") {
      this.#tellProgress(body);
      return;
    }
    if (body.type === "meter") {
      this.#tellMeter(body);
      return;
    }
    for (const progress of this.#held.values()) this.#push(progress);
    this.#held.clear();
    this.#push(body);
  }

  /** The events after a sequence number, then those to come, until the terminal one or the signal. */
  async *follow(afterSequence: number, signal: AbortSignal): AsyncGenerator<ScanEvent> {
    let next = Math.max(0, afterSequence);
    let turn = 0;
    while (!signal.aborted) {
      const event = this.#events[next];
      const meters = [...this.#meters.values()].filter((meter) => meter.turn > turn);
      if (event) {
        next += 1;
        yield event;
      } else if (this.#ended) return;
      else if (meters.length > 0) {
        turn = this.#turns;
        for (const meter of meters) yield meter.event;
      } else await this.#changed(signal);
    }
  }

  #tellMeter(meter: Extract<ScanEventBody, { type: "meter" }>): void {
    const event = { ...meter, sequence: this.#events.length, at: this.#now().toISOString() };
    this.#turns += 1;
    this.#meters.set(meter.accountId ?? "", { event, turn: this.#turns });
    this.#changes.emit("change");
  }

  #tellProgress(progress: Progress): void {
    const subject = `${progress.action} ${progress.region}`;
    const nowMs = this.#now().getTime();
    const isLast = progress.done === progress.total;
    if (!isLast && nowMs - (this.#told.get(subject) ?? Number.NEGATIVE_INFINITY) < progressEveryMs) {
      this.#held.set(subject, progress);
      return;
    }
    this.#told.set(subject, nowMs);
    this.#held.delete(subject);
    this.#push(progress);
  }

  #push(body: ScanEventBody): void {
    this.#ended = body.type === "finished" || body.type === "failed" || body.type === "cancelled";
    this.#events.push({ ...body, sequence: this.#events.length + 1, at: this.#now().toISOString() });
    this.#changes.emit("change");
  }

  async #changed(signal: AbortSignal): Promise<void> {
    try {
      await once(this.#changes, "change", { signal });
    } catch {
      // The watcher left; the loop sees it.
    }
  }
}
