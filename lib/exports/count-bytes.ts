import { createHash } from "node:crypto";

/** Passes bytes on, and knows in the end how many they were and their SHA-256. */
export class CountedBytes {
  #bytes = 0;
  readonly #hash = createHash("sha256");

  async *pass(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const chunk of chunks) {
      this.#bytes += chunk.length;
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  /** To be asked once, at the end. */
  result(): { readonly bytes: number; readonly sha256: string } {
    return { bytes: this.#bytes, sha256: this.#hash.digest("hex") };
  }
}
