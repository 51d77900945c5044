import "server-only";
import { processState } from "@/lib/server/process-state";

/** Shorter than the minute after which proxies close a connection that says nothing. */
const keepAliveMs = 15_000;
/** A stream ends now and then by itself, so that a lost browser does not hold one for ever; others reconnect and resume. */
const lifeMs = 5 * 60_000;
const reconnectMs = 1000;

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** What an event stream follows; `stop` ends the source. */
export interface EventSourceOptions<Event extends { readonly sequence: number }> {
  readonly events: AsyncGenerator<Event>;
  readonly stop: () => void;
  readonly keepAliveMs?: number;
  readonly lifeMs?: number;
}

/**
 * Server-sent events, each with its sequence as id, so that a browser that reconnects tells the last one it saw.
 *
 * An event source that has nothing to say any more answers 204, which tells a browser not to come back.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function eventStream<Event extends { readonly sequence: number }>(
  options: EventSourceOptions<Event>,
  ended: boolean,
): Promise<Response> {
  if (!ended) return new Response(toStream(options), { headers });
  const first = await options.events.next();
  if (first.done) return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
  return new Response(toStream({ ...options, events: prepend(first.value, options.events) }), { headers });
}

async function* prepend<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

function toStream<Event extends { readonly sequence: number }>(
  options: EventSourceOptions<Event>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const { closing } = processState();
  const release = new AbortController();
  const stop = () => {
    release.abort();
    options.stop();
  };

  return new ReadableStream({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      say(`retry: ${reconnectMs}\n\n`);
      const alive = setInterval(() => say(": still here\n\n"), options.keepAliveMs ?? keepAliveMs);
      const life = setTimeout(stop, options.lifeMs ?? lifeMs);
      release.signal.addEventListener("abort", () => {
        clearInterval(alive);
        clearTimeout(life);
      });
      closing.signal.addEventListener("abort", stop, { signal: release.signal });
      if (closing.signal.aborted) stop();
    },
    async pull(controller) {
      const { done, value } = await options.events.next();
      if (!done) {
        controller.enqueue(encoder.encode(`id: ${value.sequence}\ndata: ${JSON.stringify(value)}\n\n`));
        return;
      }
      release.abort();
      controller.close();
    },
    cancel: stop,
  });
}
