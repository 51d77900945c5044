import { readContextKey } from "@/lib/iam/conditions/context";
import type { ContextKey, KeyValues, RequestContext } from "@/lib/iam/conditions/context";

type Values = readonly string[];
export type Tags = Readonly<Record<string, string>>;

/** Condition keys that somebody knows the values of, or knows to be absent. */
export interface KnownFacts {
  readonly values: KeyValues;
  readonly folded: KeyValues;
}

interface Given {
  /** Undefined: nobody knows, and the key is left out. No values: absent for sure. */
  readonly keys: Readonly<Record<string, Values | undefined>>;
  /** Tags by the key that they stand under, `aws:ResourceTag`; undefined where they were not read. */
  readonly tagKey: string;
  readonly tags: Tags | undefined;
}

export function collectFacts({ keys, tagKey, tags }: Given): KnownFacts {
  const values = new TagAwareMap(tags && `${tagKey.toLowerCase()}/`);
  const folded = new Map<string, Values>();
  for (const [spelling, given] of Object.entries(keys))
    if (given) values.set(readContextKey(spelling).name, given);
  for (const [tagName, value] of Object.entries(tags ?? {})) {
    const key = readContextKey(`${tagKey}/${tagName}`);
    values.set(key.name, [value]);
    folded.set(key.name.toLowerCase(), [value]);
  }
  return { values, folded };
}

const absent: Values = [];

/** Where tags are known, those that are not there are absent and not unknown. */
class TagAwareMap extends Map<string, Values> {
  readonly #closedPrefix: string | undefined;

  constructor(closedPrefix: string | undefined) {
    super();
    this.#closedPrefix = closedPrefix;
  }

  override get(name: string): Values | undefined {
    const values = super.get(name);
    if (values) return values;
    return this.#closedPrefix !== undefined && name.startsWith(this.#closedPrefix) ? absent : undefined;
  }
}

/** The context of a request that two parties know a part of each; what neither knows is unknown. */
export function joinFacts(principal: KnownFacts, resource: KnownFacts): RequestContext {
  return {
    values: new EitherValues(principal.values, resource.values),
    folded: new EitherValues(principal.folded, resource.folded),
    complete: false,
  };
}

/** A class, as large accounts join facts many million times and a closure for each costs more. */
class EitherValues implements KeyValues {
  readonly #first: KeyValues;
  readonly #second: KeyValues;

  constructor(first: KeyValues, second: KeyValues) {
    this.#first = first;
    this.#second = second;
  }

  get(name: string): Values | undefined {
    return this.#first.get(name) ?? this.#second.get(name);
  }
}

export const noFacts: KnownFacts = { values: new Map(), folded: new Map() };

/** What facts say of some keys, as one text: what says the same is the same to a policy that asks no more. */
export function fingerprint({ values, folded }: KnownFacts, keys: readonly ContextKey[]): string {
  let text = "";
  for (const { name, folded: inSmall } of keys) {
    text += asText(values.get(name));
    if (inSmall !== undefined) text += asText(folded.get(inSmall));
  }
  return text;
}

/** Lengths go before, so that no value can pass for two. */
function asText(values: Values | undefined): string {
  if (!values) return "?";
  let text = `${values.length};`;
  for (const value of values) text += `${value.length}:${value}`;
  return text;
}
