import { placeWords } from "@/lib/format/account-words";
import type { Gap } from "@/lib/model/observed";
import { gapReasonWords } from "@/lib/format/words";
import { durationWords } from "@/lib/format/duration-words";
import { perSecondWords } from "@/lib/format/per-second-words";
import type { BucketMeter, ScanEventBody } from "@/lib/model/scan";
import { secondsLeft } from "@/lib/model/seconds-left";
import { printable } from "@/lib/cli/printable";

const barWidth = 24;
const clearLine = "\r\u001B[K";
/** A scan of thousands of streams shall not fill a log with thousands of lines. */
const lineEveryMs = 2000;

export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Tells what a scan does: one bar that is drawn again on a terminal, a line every two seconds elsewhere. */
export class Progress {
  readonly #output: ProgressOutput;
  readonly #steps = new Map<string, { done: number; total: number }>();

  /** The buckets that were in use of late, by account. */
  readonly #meters = new Map<string, readonly BucketMeter[]>();
  #lastLineMs: number;
  readonly #now: () => number;

  constructor(output: ProgressOutput, now: () => number = () => performance.now()) {
    this.#output = output;
    this.#now = now;
    this.#lastLineMs = now();
  }

  readonly tell = (event: ScanEventBody): void => {
    switch (event.type) {
      case "identified":
        this.line(`Account ${event.accountId}, as ${event.identityArn}`);
        break;
      case "accounts":
        this.line(`Accounts: ${event.accountIds.join(", ")}`);
        break;
      case "planned":
        this.line(`Regions${whose(event)}: ${event.regions.join(", ")}`);
        break;
      case "progress":
        this.#step(event);
        break;
      case "crowded": {
        const { action, was, now, quota } = event;
        this.line(
          `${action} in ${placeWords(event)} was throttled at ${was} of ${quota} calls a second: somebody else uses the quota. Slowed down to ${now}.`,
        );
        break;
      }
      case "meter":
        this.#meters.set(event.accountId ?? "", event.buckets);
        break;
      case "gap":
        this.line(`Not read: ${event.gap.action}, ${gapReasonWords[event.gap.reason]}${where(event.gap)}`);
        break;
      case "started":
      case "finished":
      case "failed":
      case "cancelled":
        break;
    }
  };

  /** A whole line, over the bar where there is one. */
  line(text: string): void {
    this.#output.write(`${this.#output.isTTY ? clearLine : ""}${printable(text)}\n`);
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#output.isTTY) this.#output.write(clearLine);
  }

  #step({ action, done, total, ...place }: Extract<ScanEventBody, { type: "progress" }>): void {
    const name = `${action} ${placeWords(place)}`;
    this.#steps.set(name, { done, total: Math.max(done, total ?? done) });
    if (this.#output.isTTY) this.#draw(name);
    else if (this.#now() - this.#lastLineMs >= lineEveryMs) {
      const { done: calls, total: known } = this.#sum();
      this.#lastLineMs = this.#now();
      this.line(`${calls} of ${known} calls known so far, now ${name}${this.#slowest()}`);
    }
  }

  #sum(): { done: number; total: number } {
    const steps = [...this.#steps.values()];
    return {
      done: steps.reduce((sum, step) => sum + step.done, 0),
      total: steps.reduce((sum, step) => sum + step.total, 0),
    };
  }

  /** The bucket that the scan waits for longest, where something limits it. */
  #slowest(): string {
    const [slowest] = [...this.#meters.values()]
      .flat()
      .filter((bucket) => secondsLeft(bucket) > 0)
      .toSorted((one, other) => secondsLeft(other) - secondsLeft(one));
    if (!slowest) return "";
    const { action, waiting, pace } = slowest;
    const words = `${waiting} ${printable(action)} wait at ${perSecondWords(pace)}/s`;
    return `; ${words}, about ${durationWords(secondsLeft(slowest))} left`;
  }

  #draw(name: string): void {
    const { done, total } = this.#sum();
    const filled = total === 0 ? 0 : Math.round((barWidth * done) / total);
    const bar = `[${"#".repeat(filled)}${"-".repeat(barWidth - filled)}] ${done}/${total} ${printable(name)}${this.#slowest()}`;
    this.#output.write(clearLine + bar.slice(0, Math.max(barWidth, (this.#output.columns ?? 80) - 1)));
  }
}

function where({ resource, ...place }: Gap): string {
  const words = resource ?? placeWords(place);
  return words === "" ? "" : ` (${words})`;
}

function whose({ accountId }: { readonly accountId?: string }): string {
  return accountId === undefined ? "" : ` of ${accountId}`;
}
