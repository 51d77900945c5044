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
  const finish = (line: string): Line => (line.length > charactersMax ? undefined : line.replace(/\r$/, ""));
  let rest = "";
  for await (const chunk of chunks) {
    const parts = (rest + decode(chunk, decoder)).split("\n");
    // Of a line that is too long already, no more is kept than what shows it.
    rest = (parts.pop() ?? "").slice(0, charactersMax + 1);
    if (parts.length > 0) yield parts.map((line) => finish(line));
  }
  const end = rest + decoder.end();
  if (end !== "") yield [finish(end)];
}

function decode(chunk: Uint8Array | string, decoder: StringDecoder): string {
  if (typeof chunk === "string") return chunk;
  return decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
}
