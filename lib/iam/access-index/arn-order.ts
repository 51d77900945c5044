import {
  flatten,
  isStartAndAnything,
  literalStart,
  longestLiteral,
  splitAtResource,
} from "@/lib/iam/access-index/flat-pattern";
import type { FlatPattern } from "@/lib/iam/access-index/flat-pattern";
import { itemAt, wordAt } from "@/lib/iam/access-index/item-at";
import { compileGlob } from "@/lib/iam/conditions/compile-glob";
import type { PatternText } from "@/lib/iam/conditions/pattern-text";

/** Places from `from`, up to and without `to`. */
export interface PlaceRange {
  readonly from: number;
  readonly to: number;
}

/** ARNs that have their five parts before the resource in common. */
interface Household extends PlaceRange {
  readonly head: string;
  /** All of them, one a line. */
  readonly joined: string;
}

/** ARNs sorted by code unit: what begins alike lies side by side, and a place is what a set holds. */
export interface ArnOrder {
  readonly arns: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly households: readonly Household[];
  /** The characters after a colon within a resource, as of `stream/a/consumer/b:1700000000`. */
  readonly afterInnerColon: ReadonlySet<string>;
  /** Where each ARN would begin if all were one text, one a line. */
  readonly begins: Uint32Array;
}

const headForm = /^(?:[^:]*:){5}/;

export function orderArns(given: Iterable<string>): ArnOrder {
  // By code unit, as `<` compares below; no two are equal.
  const arns = [...new Set(given)].toSorted(byCodeUnit);
  const begins = new Uint32Array(arns.length);
  let end = 0;
  for (const [place, arn] of arns.entries()) {
    begins[place] = end;
    end += arn.length + 1;
  }
  return {
    arns,
    placeOf: new Map(arns.map((arn, place) => [arn, place])),
    households: groupByHead(arns),
    afterInnerColon: new Set(arns.flatMap((arn) => innerColons(arn.replace(headForm, "")))),
    begins,
  };
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : 1;
}

function innerColons(resource: string): string[] {
  return [...resource.matchAll(/:(.?)/gs)].map(([, next = ""]) => next);
}

function groupByHead(arns: readonly string[]): Household[] {
  const households: { head: string; from: number; to: number }[] = [];
  for (const [place, arn] of arns.entries()) {
    const head = headForm.exec(arn)?.[0] ?? arn;
    const last = households.at(-1);
    if (last?.head === head) last.to = place + 1;
    else households.push({ head, from: place, to: place + 1 });
  }
  return households.map(({ head, from, to }) => ({
    head,
    from,
    to,
    joined: arns.slice(from, to).join("\n"),
  }));
}

/**
 * Ranges that hold every ARN which a pattern covers, and few others. Exact text is looked up, a start is
 * sought by bisection, and a wildcard in front of the resource is tried on the few heads that there are.
 */
export function narrow(order: ArnOrder, pattern: PatternText): readonly PlaceRange[] {
  const flat = flatten(pattern);
  if (flat.wildcards.length === 0) {
    const place = order.placeOf.get(flat.text);
    return place === undefined ? [] : [{ from: place, to: place + 1 }];
  }
  const whole = { from: 0, to: order.arns.length };
  const range = rangeOf(order, literalStart(flat), whole);
  if (range.from === range.to) return [];
  if (isStartAndAnything(flat)) return [range];
  return narrowByHead(order, flat, range) ?? narrowByLiteral(order, flat, range);
}

/**
 * The fifth colon of a pattern is the fifth of the ARN, unless a wildcard before it has stretched over one:
 * then it is a colon within the resource, and what follows in the pattern follows there.
 */
function narrowByHead(order: ArnOrder, flat: FlatPattern, range: PlaceRange): PlaceRange[] | undefined {
  const split = splitAtResource(flat);
  if (!split || split.start === "" || order.afterInnerColon.has(split.start.charAt(0))) return undefined;
  const isHead = compileGlob(split.head);
  return householdsIn(order, range)
    .filter(({ head }) => isHead(head))
    .flatMap((household) => {
      const found = rangeOf(order, household.head + split.start, household);
      return found.to - found.from > fewPlaces
        ? searchLiteral(order, household, split.literal, found)
        : found;
    });
}

/** So few are tried one by one sooner than sought. */
const fewPlaces = 16;

/** The ARNs of a range that hold the pattern's longest literal text. */
function narrowByLiteral(order: ArnOrder, flat: FlatPattern, range: PlaceRange): PlaceRange[] {
  const literal = longestLiteral(flat);
  return householdsIn(order, range).flatMap((household) => {
    const from = Math.max(range.from, household.from);
    return searchLiteral(order, household, literal, { from, to: Math.min(range.to, household.to) });
  });
}

function householdsIn({ households }: ArnOrder, range: PlaceRange): Household[] {
  return households.filter(({ from, to }) => from < range.to && to > range.from);
}

function searchLiteral(
  { begins }: ArnOrder,
  { joined, from: origin }: Household,
  literal: string,
  { from, to }: PlaceRange,
): PlaceRange[] {
  if (literal === "") return [{ from, to }];
  const ranges: PlaceRange[] = [];
  const offset = wordAt(begins, origin);
  let place = from;
  while (place < to) {
    const at = joined.indexOf(literal, wordAt(begins, place) - offset);
    if (at < 0) break;
    place = bisect(place, to, (each) => wordAt(begins, each) - offset > at) - 1;
    // What lies behind the range comes out as its last place, which is then one too many and no harm.
    ranges.push({ from: place, to: place + 1 });
    place++;
  }
  return ranges;
}

function rangeOf({ arns }: ArnOrder, start: string, { from, to }: PlaceRange): PlaceRange {
  if (start === "") return { from, to };
  const least = bisect(from, to, (place) => itemAt(arns, place) >= start);
  const startsOtherwise = (place: number) => !itemAt(arns, place).startsWith(start);
  return { from: least, to: bisect(least, to, startsOtherwise) };
}

/** The first place for which something holds that holds for all places after it as well. */
function bisect(from: number, to: number, holds: (place: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
