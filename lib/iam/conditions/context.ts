/**
 * What is known of a request's context. Names are as {@link readContextKey} normalises them; no values
 * at all mean that the key is absent for sure.
 */
export interface RequestContext {
  readonly values: KeyValues;
  /** Keys with a tag's name in them, all in small letters. */
  readonly folded: KeyValues;
  /** Whether a key that is not here is absent; otherwise nobody knows. */
  readonly complete: boolean;
  /** Collects the keys that were missed, as the policies spell them. */
  readonly missed?: Map<string, string>;
}

/** A map, or what answers like one. */
export type KeyValues = Pick<ReadonlyMap<string, readonly string[]>, "get">;

export interface ContextKey {
  /** In small letters, but for the tag's name. */
  readonly name: string;
  /** Of a key with a tag's name: all in small letters. */
  readonly folded?: string;
  /** As written. */
  readonly spelling: string;
}

/**
 * Condition keys have no case. Of a tag's name AWS says it neither way, so that it is kept.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function readContextKey(spelling: string): ContextKey {
  const slash = spelling.indexOf("/");
  const folded = spelling.toLowerCase();
  if (slash < 0) return { name: folded, spelling };
  return { name: folded.slice(0, slash) + spelling.slice(slash), folded, spelling };
}

export function buildContext(
  entries: Iterable<readonly [string, readonly string[]]>,
  complete: boolean,
): RequestContext {
  const values = new Map<string, readonly string[]>();
  const folded = new Map<string, readonly string[]>();
  for (const [spelling, given] of entries) {
    const key = readContextKey(spelling);
    values.set(key.name, given);
    if (key.folded !== undefined && given.length > 0) folded.set(key.folded, given);
  }
  return { values, folded, complete };
}

const absent: readonly string[] = [];

/** The values, none where the key is absent, undefined where nobody knows. */
export function valuesOf({ name }: ContextKey, context: RequestContext): readonly string[] | undefined {
  return context.values.get(name) ?? (context.complete ? absent : undefined);
}

/** The values of a tag whose name differs in nothing but case. */
export function valuesInOtherCase(
  { folded }: ContextKey,
  context: RequestContext,
): readonly string[] | undefined {
  return folded === undefined ? undefined : context.folded.get(folded);
}

/** Notes a key whose value would settle what is open. */
export function miss({ name, spelling }: ContextKey, { missed }: RequestContext): void {
  if (missed && !missed.has(name)) missed.set(name, spelling);
}

/**
 * Keys that hold lists. An operator without a set prefix never matches several values; whether it does
 * where the list happens to hold one is not said.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export const listKeys: ReadonlySet<string> = new Set([
  "aws:calledvia",
  "aws:principalorgpaths",
  "aws:principalservicenameslist",
  "aws:resourceorgpaths",
  "aws:sourceorgpaths",
  "aws:tagkeys",
  "aws:vpceorgpaths",
]);

/**
 * Keys that every request has, even where nobody knows their values.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const everPresentKeys: ReadonlySet<string> = new Set([
  "aws:currenttime",
  "aws:epochtime",
  "aws:requestedregion",
  "aws:securetransport",
  "aws:useragent",
  "aws:viaawsservice",
]);

/** What an ARN that nobody knows still has to be of. */
export const [principalArn, principalAccount] = ["aws:principalarn", "aws:principalaccount"] as const;
