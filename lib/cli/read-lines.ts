import { StringDecoder } from "node:string_decoder";

/** A line, or undefined for one that was too long to be kept. */
export type Line = string | undefined;

/**
 * The lines of a stream, in batches as they come in, so that whoever reads them slowly holds the stream back. A
 * line over the limit is dropped while it is read: one without end cannot fill the memory.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array | string>,
  charactersMax: number,
): AsyncGenerator<Line[]> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let isTooLong = false;
  for await (const chunk of chunks) {
    const text =
      typeof chunk === "string"
        ? chunk
        : decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    const [first = "", ...others] = text.split("\n");
    const last = others.pop();
    const start: string = isTooLong ? first : rest + first;
    isTooLong ||= start.length > charactersMax;
    if (last === undefined) {
      rest = isTooLong ? "" : start;
      continue;
    }
    yield [isTooLong ? undefined : start, ...others].map((line) => line?.replace(/\r$/, ""));
    rest = last;
    isTooLong = false;
  }
  const end = rest + decoder.end();
  if (isTooLong || end !== "") yield [isTooLong ? undefined : end.replace(/\r$/, "")];
}
