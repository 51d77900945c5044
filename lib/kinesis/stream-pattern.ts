import { matchesArn } from "@/lib/iam/match-arn";
import type { GrantStatement } from "@/lib/model/stream-access";

interface RegionPlace {
  readonly accountId: string;
  readonly partition: string;
  readonly region: string;
}

/** Names that have no character in common: what covers all of them covers any. */
const anyNames = ["weir-probe-6f1c", "Q", "7_"];

/** Whether a statement reaches streams of any name in a Region: `*`, `…:*`, `stream/*`, or all but some. */
export function reachesAnyStream(
  { resources, notResources }: Pick<GrantStatement, "resources" | "notResources">,
  { accountId, partition, region }: RegionPlace,
): boolean {
  const covers = (pattern: string, name: string) =>
    matchesArn(pattern, `arn:${partition}:kinesis:${region}:${accountId}:stream/${name}`);
  if (notResources) return !notResources.some((pattern) => anyNames.some((name) => covers(pattern, name)));
  return resources?.some((pattern) => anyNames.every((name) => covers(pattern, name))) ?? false;
}

/** The pattern with a wildcard in place of each policy variable: what it could be at most. */
export function withoutVariables(pattern: string): string {
  return pattern.replaceAll(/\$\{[^}]*\}/g, "*");
}

/** Whether a pattern covers some text that begins with the given one. */
export function couldMatchUnder(pattern: string, beginning: string): boolean {
  let places = afterStars(pattern, new Set([0]));
  for (const character of beginning) {
    const next = [...places].flatMap((place) => {
      const symbol = pattern[place];
      if (symbol === "*") return [place];
      return symbol === "?" || symbol === character ? [place + 1] : [];
    });
    places = afterStars(pattern, new Set(next));
    if (places.size === 0) return false;
  }
  return true;
}

/** A star may stand for nothing, so that whoever is before it may be behind it. */
function afterStars(pattern: string, places: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set(places);
  for (const place of all) if (pattern[place] === "*") all.add(place + 1);
  return all;
}

/** Whether an ARN pattern leaves the stream's name open; a variable is as open as a wildcard. */
export function hasWildcardInName(pattern: string): boolean {
  const name = /:stream\/([^/]*)/.exec(pattern)?.[1];
  return name === undefined ? true : /[*?]|\$\{/.test(name);
}
