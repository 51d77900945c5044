import { SeedError } from "./require-emulator";

/** What came of one kind of resource. */
export interface SeedCount {
  readonly kind: string;
  made: number;
  /** Was there before. */
  there: number;
  /** What the emulator does not offer or take, by its own words. */
  readonly refused: { readonly name: string; readonly why: string }[];
}

export interface Wanted<Value> {
  /** What is there already; undefined: it is to be made. */
  readonly find?: () => Promise<Value | undefined> | Value | undefined;
  readonly make: () => Promise<Value>;
}

const alreadyThere = /already ?exists|ResourceInUse|\.Duplicate$|\.Conflict$|DuplicateRequest/i;

/** Makes what is not there yet, and keeps count of what an emulator lacks instead of stopping at it. */
export class SeedLog {
  readonly #counts = new Map<string, SeedCount>();

  get counts(): readonly SeedCount[] {
    return [...this.#counts.values()];
  }

  /** @throws {SeedError} when nobody answers at all. */
  async make<Value>(kind: string, name: string, wanted: Wanted<Value>): Promise<Value | undefined> {
    const count = this.#countOf(kind);
    const found = await this.quietly(async () => wanted.find?.());
    if (found !== undefined) {
      count.there += 1;
      return found;
    }
    try {
      const made = await wanted.make();
      count.made += 1;
      return made;
    } catch (error) {
      stopIfUnreachable(error);
      if (error instanceof Error && alreadyThere.test(error.name)) count.there += 1;
      else count.refused.push({ name, why: reasonOf(error) });
      return undefined;
    }
  }

  /** What an emulator says, or undefined where it cannot. */
  async quietly<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await read();
    } catch (error) {
      stopIfUnreachable(error);
      return undefined;
    }
  }

  #countOf(kind: string): SeedCount {
    const count = this.#counts.get(kind) ?? { kind, made: 0, there: 0, refused: [] };
    this.#counts.set(kind, count);
    return count;
  }
}

function stopIfUnreachable(error: unknown): void {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/.test(code)) return;
  throw new SeedError("The emulator cannot be reached: nothing answers at its address.", { cause: error });
}

/** moto answers HTML to what it lacks, kinesis-local an empty 404 or a denial without an operation, LocalStack says so. */
const saysNotOffered =
  /^SyntaxError|^NotFound: Unknown|XML parse error|^(InvalidAction|UnknownOperation|NotImplemented)|unable to determine service\/operation|not (currently )?supported|not yet been emulated/i;

function reasonOf(error: unknown): string {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return saysNotOffered.test(said) ? "this emulator does not offer it" : (said.split("\n")[0] ?? said);
}
