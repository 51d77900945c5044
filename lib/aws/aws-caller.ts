import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import type { z } from "zod";
import { globalRegion } from "@/lib/aws/calls";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { buildGap, type CallPlace, CollectionError } from "@/lib/aws/collection-error";
import { systemClock } from "@/lib/aws/clock";
import { Limiter, type QuotaPlace } from "@/lib/aws/limiter";
import { Meter } from "@/lib/aws/meter";
import { Progress } from "@/lib/aws/progress";
import { bareError, type Failure, readFailure } from "@/lib/aws/read-failure";
import type { ReadJournal } from "@/lib/aws/read-journal";
import { type Gap, known, missing, type Observed } from "@/lib/model/observed";
import type { CallCount } from "@/lib/model/snapshot";
import type { ScanEventBody } from "@/lib/model/scan";

const throttledAttemptsMax = 5;
const transientAttemptsMax = 2;

export interface AwsCallerOptions {
  /** The Region whose credentials are known to work. */
  readonly homeRegion: string;
  /** Part of each documented rate that may be used; undefined: no rates, only bounded concurrency. */
  readonly quotaShare: number | undefined;
  readonly customEndpoint: () => boolean;
  readonly signal: AbortSignal;
  readonly tell: (event: ScanEventBody) => void;
  readonly now: () => Date;
  /** Wait before the first repetition, in milliseconds; it doubles each time. */
  readonly backoffMs: number;
  /** Facts by name, of this identity alone. */
  readonly journal?: ReadJournal | undefined;
}

export interface Question<Answer> {
  readonly region: string;
  readonly resource?: string | undefined;
  /** The members that must be there: the SDK turns an empty or foreign answer into `{}`. */
  readonly schema: z.ZodType<Answer>;
  readonly send: (options: { readonly abortSignal: AbortSignal }) => Promise<object>;
  /** What tells it from other questions of the call, where one answer serves all who ask it again. */
  readonly once?: string;
  /** Answers that are errors on the wire and facts in meaning, e.g. "no such policy". */
  readonly answerOf?: (error: Error) => Answer | undefined;
}

/** Where an observation is told to be made. */
export interface ObservePlace {
  readonly region: string;
  readonly resource?: string | undefined;
  /** What else was asked about: the answer is a fact of these things alone. */
  readonly about?: readonly string[];
}

/** Asks AWS: paced, counted, repeated where that helps, parsed; and turns what fails into gaps. */
export class AwsCaller {
  readonly progress: Progress;
  readonly now: () => Date;
  readonly #options: AwsCallerOptions;
  readonly #limiter: Limiter;
  readonly #meter: Meter;
  /** Answers, and those that are awaited, to what is asked once. */
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(options: AwsCallerOptions) {
    const { quotaShare, signal, tell, now } = options;
    this.#options = options;
    this.now = now;
    this.progress = new Progress(tell);
    this.#limiter = new Limiter({ share: quotaShare, signal });
    this.#meter = new Meter({
      clock: systemClock,
      allowed: (call, region) => this.#limiter.allowed(call, { region }),
      tell: (buckets) => tell({ type: "meter", buckets }),
    });
  }

  /** What was asked in all, once nothing more is. */
  close(): CallCount[] {
    const share = this.#options.quotaShare ?? 1;
    return this.#meter.close().map((count) => Object.assign(count, { share }));
  }

  /** @throws {CollectionError} with the gap, when there is no usable answer. */
  async ask<Answer>(call: AwsCall, question: Question<Answer>): Promise<Answer> {
    const { once, region, schema } = question;
    if (once === undefined) return this.#ask(call, question);
    const key = JSON.stringify([call.action, region, once]);
    const asked = this.#answers.get(key) ?? this.#ask(call, question);
    this.#answers.set(key, asked);
    // A failure is not kept: whoever asks later asks AWS.
    asked.catch(() => this.#answers.delete(key));
    return schema.parse(await asked);
  }

  async #ask<Answer>(call: AwsCall, question: Question<Answer>): Promise<Answer> {
    const region = call.global ? globalRegion : question.region;
    const { resource, send, schema, answerOf } = question;
    const { signal } = this.#options;
    const place = { region, ...(resource !== undefined && { resource }) };

    for (let attempt = 1; ; attempt += 1) {
      try {
        this.#meter.waits(call, region);
        const output = await this.#limiter.run(call, place, () => {
          this.#meter.sent(call, region);
          return send({ abortSignal: signal });
        });
        this.#limiter.answered(call, place);
        return this.#parse(call, question, output);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof CollectionError) throw error;
        const answer = error instanceof Error ? answerOf?.(error) : undefined;
        if (answer !== undefined) return schema.parse(answer);
        const failure = this.failureOf(error, question.region);
        if (failure.reason === "throttled") this.#slowDown(call, place);
        if (!worthRepeating(failure, attempt)) {
          throw this.failed(call, error, question);
        }
        await delay(this.#options.backoffMs * 2 ** (attempt - 1), undefined, { signal });
      }
    }
  }

  /** AWS says that it is too much: less than its share the scan does not take, so somebody else takes the rest. */
  #slowDown(call: AwsCall, place: QuotaPlace): void {
    const { region } = place;
    this.#meter.throttled(call, region);
    const crowding = this.#limiter.throttled(call, place);
    if (crowding) this.progress.crowded({ type: "crowded", action: call.action, region, ...crowding });
  }

  /** The fact that the calls give, or the gap that stopped them. */
  async observe<Value>(
    call: AwsCall,
    place: ObservePlace,
    read: () => Promise<Value>,
  ): Promise<Observed<Value>> {
    const region = call.global ? globalRegion : place.region;
    const { journal } = this.#options;
    const name = JSON.stringify([call.action, region, place.resource ?? "", place.about ?? []]);
    try {
      const held = journal?.recall<Value>(name);
      if (held) return held;
      const fact = known(await read(), { action: call.action, at: this.now().toISOString() });
      journal?.keep(name, fact);
      return fact;
    } catch (error) {
      this.#options.signal.throwIfAborted();
      return missing(this.tellGap(this.#gapOf(call, error, place)));
    } finally {
      if (!this.#options.signal.aborted) this.progress.done(call.action, region);
    }
  }

  tellGap(gap: Gap): Gap {
    this.progress.gap(gap);
    return gap;
  }

  failureOf(error: unknown, region: string): Failure {
    const { homeRegion, customEndpoint } = this.#options;
    return readFailure(error, { homeRegion: region === homeRegion, customEndpoint: customEndpoint() });
  }

  /** What failed, with its gap. */
  failed(call: AwsCall, error: unknown, place: ObservePlace): CollectionError {
    return new CollectionError(this.#gapOf(call, error, place), bareError(error));
  }

  #gapOf(call: AwsCall, error: unknown, place: ObservePlace): Gap {
    if (error instanceof CollectionError) return error.gap;
    const { reason, detail } = this.failureOf(error, place.region);
    return buildGap(call, reason, detail, placeOf(call, place));
  }

  #parse<Answer>(call: AwsCall, question: Question<Answer>, output: object): Answer {
    const parsed = question.schema.safeParse(output);
    if (parsed.success) return parsed.data;
    const members = Object.entries(output).filter(
      ([name, value]) => name !== "$metadata" && value !== undefined,
    );
    const [issue] = parsed.error.issues;
    const detail = issue ? `${issue.path.join(".") || "the answer"}: ${issue.message}` : "";
    throw new CollectionError(
      members.length === 0
        ? buildGap(call, "empty", "", placeOf(call, question))
        : buildGap(call, "malformed", detail, placeOf(call, question)),
      parsed.error,
    );
  }
}

/** A gap names no Region where the service has none. */
function placeOf(call: AwsCall, { region, resource }: ObservePlace): CallPlace {
  return {
    ...(call.global !== true && { region }),
    ...(resource !== undefined && { resource }),
  };
}

function worthRepeating({ reason, transient }: Failure, attempt: number): boolean {
  if (!transient) return false;
  return attempt < (reason === "throttled" ? throttledAttemptsMax : transientAttemptsMax);
}
