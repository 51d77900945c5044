/** Calls kept with their details; the counts go on beyond it. */
const entriesMax = 50_000;

export interface Call {
  /** As an IAM action: `kinesis:ListStreams`. */
  readonly operation: string;
  readonly region: string;
  /** The stream, key, role or VPC that the request names. */
  readonly resource?: string;
  readonly accessKeyId: string;
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
}

/** What the server was asked, in order of arrival. */
export class CallLog {
  #entries: Call[] = [];
  readonly #counts = new Map<string, number>();

  get entries(): readonly Call[] {
    return this.#entries;
  }

  /** Calls of one operation, or of all. */
  count(operation?: string): number {
    if (operation !== undefined) return this.#counts.get(operation) ?? 0;
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  record(call: Call): void {
    if (this.#entries.length >= entriesMax) this.#entries = this.#entries.slice(entriesMax / 2);
    this.#entries.push(call);
    this.#counts.set(call.operation, this.count(call.operation) + 1);
  }

  clear(): void {
    this.#entries = [];
    this.#counts.clear();
  }
}
