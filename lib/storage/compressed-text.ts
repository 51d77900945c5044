import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createGzip, gunzip } from "node:zlib";

const unpack = promisify(gunzip);

/** A text in parts, which together may be longer than a string can be; compressed beside the thread that writes them. */
export async function compressText(parts: Iterable<string>): Promise<Uint8Array> {
  const zip = createGzip();
  const [content] = await Promise.all([buffer(zip), pipeline(Readable.from(piecesOf(parts)), zip)]);
  return content;
}

const pieceLength = 1 << 20;

function* piecesOf(parts: Iterable<string>): Generator<Buffer> {
  let piece: string[] = [];
  let length = 0;
  for (const part of parts) {
    piece.push(part);
    length += part.length;
    if (length < pieceLength) continue;
    yield Buffer.from(piece.join(""));
    piece = [];
    length = 0;
  }
  yield Buffer.from(piece.join(""));
}

export async function decompressText(content: Uint8Array): Promise<string> {
  return (await unpack(content)).toString("utf8");
}
