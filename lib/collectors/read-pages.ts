import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { buildGap, type CallPlace, CollectionError } from "@/lib/aws/collection-error";

/** AWS's largest accounts have some hundred pages of anything; an endless list has more. */
const pagesMax = 20_000;

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string | null | undefined;
}

/**
 * Follows a list to its end.
 *
 * @throws {CollectionError} for a list that comes round to a token again, which would never end.
 */
export async function readPages<Item>(
  call: AwsCall,
  place: CallPlace,
  readPage: (token: string | undefined) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const page = await readPage(token);
    items.push(...page.items);
    token = page.next || undefined;
    if (token !== undefined && (seen.has(token) || seen.size >= pagesMax)) {
      throw new CollectionError(buildGap(call, "malformed", "the list repeats a page", place));
    }
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
  return items;
}

/** The first of each: a change between two pages may list one thing twice. */
export function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}

/** In the order of code units, which is the same on every machine. */
export function sortedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return items.toSorted((a, b) => compareText(keyOf(a), keyOf(b)));
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
