import type { Chunks } from "@/lib/reports/export-input";

const blockBytes = 64 * 1024;

/** Text as UTF-8, in blocks that are worth a write: of 64 KB and more, but the last. */
export async function* encodeChunks(chunks: Chunks): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    const bytes = typeof chunk === "string" ? encoder.encode(chunk) : chunk;
    parts.push(bytes);
    size += bytes.length;
    if (size < blockBytes) continue;
    yield join(parts, size);
    parts = [];
    size = 0;
  }
  if (size > 0) yield join(parts, size);
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    block.set(part, at);
    at += part.length;
  }
  return block;
}
