/** A page's `searchParams`, or a URL's. */
export type QueryInput = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

/** A parameter that could not be understood; the API answers 400 with it, a page says it over the list. */
export interface QueryProblem {
  readonly parameter: string;
  readonly message: string;
}

/** Reads query parameters one by one and keeps what was wrong with them. */
export class QueryReader {
  readonly problems: QueryProblem[] = [];
  readonly #input: QueryInput;

  constructor(input: QueryInput) {
    this.#input = input;
  }

  /** The text of a parameter; an empty one is an absent one, as forms send it. */
  text(parameter: string, lengthMax = 2048): string | undefined {
    const values = this.#all(parameter).filter((value) => value.trim() !== "");
    const [value, ...others] = values;
    if (others.length > 0) return this.#reject(parameter, `${parameter} can be given once only.`);
    if (value !== undefined && value.length > lengthMax)
      return this.#reject(parameter, `${parameter} is longer than ${lengthMax} characters.`);
    return value?.trim();
  }

  oneOf<const T extends string>(parameter: string, allowed: readonly T[]): T | undefined {
    const value = this.text(parameter);
    if (value === undefined) return undefined;
    const match = allowed.find((candidate) => candidate === value);
    return match ?? this.#reject(parameter, `${parameter} must be one of ${allowed.join(", ")}.`);
  }

  count(parameter: string): number | undefined {
    const value = this.text(parameter);
    if (value === undefined) return undefined;
    if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
    return this.#reject(parameter, `${parameter} must be a whole number from 1 on.`);
  }

  /** Says of every parameter that nothing reads that it is not known, so that a misspelt filter does not pass as none. */
  rejectOthers(known: readonly string[]): void {
    const names = this.#input instanceof URLSearchParams ? [...this.#input.keys()] : Object.keys(this.#input);
    for (const parameter of new Set(names)) {
      if (known.includes(parameter)) continue;
      this.#reject(
        parameter,
        `There is no parameter ${parameter.slice(0, 64)}; there are ${known.join(", ")}.`,
      );
    }
  }

  #all(parameter: string): readonly string[] {
    if (this.#input instanceof URLSearchParams) return this.#input.getAll(parameter);
    const value = Object.hasOwn(this.#input, parameter) ? this.#input[parameter] : undefined;
    if (value === undefined) return [];
    return typeof value === "string" ? [value] : value;
  }

  #reject(parameter: string, message: string): undefined {
    this.problems.push({ parameter, message });
  }
}
