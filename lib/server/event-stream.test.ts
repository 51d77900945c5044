import { afterEach, expect, it } from "vitest";
import { eventStream } from "@/lib/server/event-stream";
import { processState } from "@/lib/server/process-state";

interface Tick {
  readonly sequence: number;
  readonly type: string;
}

const stops: AbortController[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop.abort();
});

it("sends each event with its sequence as id and its JSON as data, and ends with the source", async () => {
  const { source } = ticking([1, 2], false);
  const response = await eventStream(source, false);

  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(response.headers.get("cache-control")).toContain("no-transform");
  expect(await response.text()).toBe(
    'retry: 1000\n\nid: 1\ndata: {"sequence":1,"type":"tick"}\n\nid: 2\ndata: {"sequence":2,"type":"tick"}\n\n',
  );
});

it("answers 204 when the scan has ended and there is nothing more to tell, so that a browser stays away", async () => {
  expect((await eventStream(ticking([], false).source, true)).status).toBe(204);
});

it("tells the events that are left of a scan that has ended", async () => {
  const text = await (await eventStream(ticking([7, 8], false).source, true)).text();

  expect(text.match(/^id: \d+$/gm)).toEqual(["id: 7", "id: 8"]);
});

it("says that it is still there while nothing happens", async () => {
  const { source } = ticking([1], true);
  const reader = (await eventStream({ ...source, keepAliveMs: 10 }, false)).body?.getReader();

  await expect(readUntil(reader, ": still here")).resolves.toContain("id: 1");
});

it("ends by itself after its life, and the source with it", async () => {
  const { source, stop } = ticking([1], true);
  const text = await (await eventStream({ ...source, lifeMs: 20 }, false)).text();

  expect(text).toContain("id: 1");
  expect(stop.signal.aborted).toBe(true);
});

it("stops the source when the reader leaves", async () => {
  const { source, stop } = ticking([1], true);
  const reader = (await eventStream(source, false)).body?.getReader();
  await reader?.read();
  await reader?.cancel();

  expect(stop.signal.aborted).toBe(true);
});

it("ends when the process is asked to end: an open stream would hold it for ever", async () => {
  const { source, stop } = ticking([1], true);
  const text = (await eventStream(source, false)).text();
  processState().closing.abort();

  expect(await text).toContain("retry");
  expect(stop.signal.aborted).toBe(true);
});

/** Events that are there already, and then, if it goes on, none until it is stopped. */
function ticking(sequences: readonly number[], goesOn: boolean) {
  const stop = new AbortController();
  stops.push(stop);
  async function* events(): AsyncGenerator<Tick> {
    for (const sequence of sequences) yield { sequence, type: "tick" };
    if (!goesOn || stop.signal.aborted) return;
    await new Promise((resolve) => {
      stop.signal.addEventListener("abort", resolve);
    });
  }
  return { source: { events: events(), stop: () => stop.abort() }, stop };
}

async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array> | undefined, wanted: string) {
  let text = "";
  while (!text.includes(wanted)) {
    const read = await reader?.read();
    if (!read || read.done) break;
    text += new TextDecoder().decode(read.value);
  }
  await reader?.cancel();
  return text;
}
