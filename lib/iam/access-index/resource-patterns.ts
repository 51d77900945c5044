import { narrow } from "@/lib/iam/access-index/arn-order";
import type { ArnOrder, PlaceRange } from "@/lib/iam/access-index/arn-order";
import { flatten, isStartAndAnything } from "@/lib/iam/access-index/flat-pattern";
import { itemAt } from "@/lib/iam/access-index/item-at";
import { joinFacts, noFacts } from "@/lib/iam/access-index/known-facts";
import type { KnownFacts } from "@/lib/iam/access-index/known-facts";
import { rememberByFacts } from "@/lib/iam/access-index/remember-by-facts";
import type { ResourceGroup } from "@/lib/iam/access-index/resource-groups";
import { emptySet, rangeSet, setOf } from "@/lib/iam/access-index/resource-set";
import { nothing } from "@/lib/iam/access-index/set-pair";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import { keysInVariables } from "@/lib/iam/access-index/statement-keys";
import type { ContextKey } from "@/lib/iam/conditions/context";
import { plainText, written } from "@/lib/iam/conditions/pattern-text";
import type { PatternText } from "@/lib/iam/conditions/pattern-text";
import { readTemplate, resolve } from "@/lib/iam/conditions/template";
import { no, yes } from "@/lib/iam/conditions/tri";
import { compilePattern, endsEarly, isExact } from "@/lib/iam/decision/compile-resources";
import type { BoundPattern, ResourceSetting } from "@/lib/iam/decision/compile-resources";

export interface PatternWorld {
  readonly order: ArnOrder;
  readonly algebra: SetAlgebra;
  readonly groupsFor: (keys: readonly ContextKey[]) => readonly ResourceGroup[];
}

/** One pattern of a Resource or NotResource element, as the resources that it covers. */
export interface PlacedPattern {
  /** Those that its variables stand for. */
  readonly keys: readonly ContextKey[];
  readonly covered: (principal: KnownFacts) => SetPair;
  /** Whether it covers `*`, which is what actions without resource types are about. */
  readonly coversStar: (principal: KnownFacts) => boolean;
}

/** Places each distinct pattern once. Whether an ARN is covered is asked of the evaluator's own test. */
export function placePatterns(
  world: PatternWorld,
): (pattern: string, setting: ResourceSetting) => PlacedPattern {
  const known = new Map<string, PlacedPattern>();
  return (pattern, setting) => {
    const id = `${Number(setting.hasVariables)}${Number(setting.negated)}${Number(setting.completes)}${pattern}`;
    const placed = known.get(id) ?? place(world, pattern, setting);
    known.set(id, placed);
    return placed;
  };
}

function place(world: PatternWorld, pattern: string, setting: ResourceSetting): PlacedPattern {
  if (isExact(pattern)) return placeExact(world, pattern);
  const keys = keysInVariables([pattern], setting.hasVariables);
  const bind = compilePattern(pattern, setting);
  const template = readTemplate(pattern, setting.hasVariables);
  const coversStar = (principal: KnownFacts) => bind(joinFacts(principal, noFacts))("*") === yes;
  if (!pattern.includes("${")) {
    let covered: SetPair | undefined;
    const fixed = () => (covered ??= testRanges(world, written(pattern), bind(noContext)));
    return { keys, covered: fixed, coversStar };
  }
  const covered = (principal: KnownFacts) => {
    const pairs = world.groupsFor(keys).map(({ facts, set }) => {
      const context = joinFacts(principal, facts);
      const pair = testRanges(world, resolve(template, context).text, bind(context));
      return world.algebra.intersect(pair, set);
    });
    return world.algebra.unite(pairs);
  };
  return { keys, covered: rememberByFacts(keys, covered), coversStar };
}

function placeExact({ order, algebra }: PatternWorld, arn: string): PlacedPattern {
  const found = order.placeOf.get(arn);
  const set = found === undefined ? emptySet : rangeSet(found, found + 1);
  const pair = algebra.pair(set, set);
  return { keys: [], covered: () => pair, coversStar: () => false };
}

const noContext = joinFacts(noFacts, noFacts);

function testRanges(world: PatternWorld, text: PatternText, covers: BoundPattern): SetPair {
  const ranges = narrow(world.order, endedAnyhow(text));
  return isStartAndAnything(flatten(text)) && !endsEarly(plainText(text))
    ? testAlike(world, ranges, covers)
    : testEach(world, ranges, covers);
}

/** Whether a start is followed by anything is answered alike for all that begin so. */
function testAlike(
  { order, algebra }: PatternWorld,
  ranges: readonly PlaceRange[],
  covers: BoundPattern,
): SetPair {
  const pairs = ranges.map(({ from, to }) => {
    const value = covers(itemAt(order.arns, from));
    if (value === no) return nothing;
    const set = rangeSet(from, to);
    return algebra.pair(value === yes ? set : emptySet, set);
  });
  return algebra.unite(pairs);
}

function testEach(
  { order, algebra }: PatternWorld,
  ranges: readonly PlaceRange[],
  covers: BoundPattern,
): SetPair {
  const must: number[] = [];
  const may: number[] = [];
  for (const { from, to } of ranges)
    for (let at = from; at < to; at++) {
      const value = covers(itemAt(order.arns, at));
      if (value === yes) must.push(at);
      if (value !== no) may.push(at);
    }
  return algebra.pair(setOf(must), setOf(may));
}

const arnPartCount = 6;

/** An ARN that ends early may stand for all that begin so. */
function endedAnyhow(text: PatternText): PatternText {
  const plain = plainText(text);
  const isWhole = plain.endsWith("*") || plain.split(":").length >= arnPartCount;
  return isWhole ? text : [...text, ...written("*")];
}
