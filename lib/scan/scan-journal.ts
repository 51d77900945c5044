import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { deserialize, serialize } from "node:v8";
import type { ReadJournal } from "@/lib/aws/read-journal";
import type { Known } from "@/lib/model/observed";
import { logError } from "@/lib/scan/log-error";
import type { Store, StoredRead } from "@/lib/storage/store";

/** What a process that is killed loses at most, in milliseconds. */
const writeEveryMs = 500;

/**
 * Keeps the facts of one scan in the store while it runs. It is a help and no more: where it cannot be written, the
 * scan goes on without.
 */
export class ScanJournal implements ReadJournal {
  readonly #scanId: string;
  readonly #toolVersion: string;
  readonly #store: Pick<Store, "keepReads">;
  readonly #before: ReadonlyMap<string, Uint8Array>;
  readonly #asked = new Set<string>();
  #unwritten: StoredRead[] = [];
  #writing: Promise<void> | undefined;
  #ended = false;

  constructor(
    { scanId, toolVersion }: { readonly scanId: string; readonly toolVersion: string },
    store: Pick<Store, "keepReads">,
    before: ReadonlyMap<string, Uint8Array> = new Map(),
  ) {
    this.#scanId = scanId;
    this.#toolVersion = toolVersion;
    this.#store = store;
    this.#before = before;
  }

  /** What is asked a second time is asked to see whether it has changed: AWS answers that. */
  recall<Value>(name: string): Known<Value> | undefined {
    const isAgain = this.#asked.has(name);
    this.#asked.add(name);
    const content = isAgain ? undefined : this.#before.get(this.#nameOf(name));
    if (!content) return undefined;
    // As it was kept, under the same name, which tells the question and who asked it.
    const fact: Known<Value> = deserialize(content);
    return fact;
  }

  keep(name: string, fact: Known<unknown>): void {
    if (this.#ended) return;
    this.#unwritten.push({ name: this.#nameOf(name), content: serialize(fact) });
    this.#writing ??= this.#writeLater();
  }

  /** Writes what is left; what is kept later is lost. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#writing;
    await this.#write();
  }

  /** Another version may keep the same fact in another shape. */
  #nameOf(name: string): string {
    return `${this.#toolVersion} ${name}`;
  }

  async #writeLater(): Promise<void> {
    await delay(writeEveryMs, undefined, { ref: false });
    await this.#write();
    this.#writing = undefined;
    if (this.#unwritten.length > 0 && !this.#ended) this.#writing = this.#writeLater();
  }

  async #write(): Promise<void> {
    const reads = this.#unwritten;
    this.#unwritten = [];
    if (reads.length === 0) return;
    try {
      await this.#store.keepReads(this.#scanId, reads);
    } catch (error) {
      logError(`scan ${this.#scanId}, keeping what was read`, error);
    }
  }
}
