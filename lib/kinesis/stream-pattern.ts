import { matchesArn } from "@/lib/iam/match-arn";
import type { GrantStatement } from "@/lib/model/stream-access";

interface RegionPlace {
  readonly accountId: string;
  readonly partition: string;
  readonly region: string;
}

/** Whether a statement reaches streams of any name in a Region: `*`, `…:*`, `stream/*`, or all but some. */
export function reachesAnyStream({ resources, notResources }: GrantStatement, place: RegionPlace): boolean {
  const { accountId, partition, region } = place;
  const anyStream = `arn:${partition}:kinesis:${region}:${accountId}:stream/weir-probe-6f1c`;
  if (notResources) return !notResources.some((pattern) => matchesArn(pattern, anyStream));
  return resources?.some((pattern) => matchesArn(pattern, anyStream)) ?? false;
}

/** The patterns of a statement that reach a stream, or a consumer of it, by a wildcard in its name. */
export function wildcardPatternsOn({ resources = [] }: GrantStatement, streamArn: string): readonly string[] {
  const consumer = `${streamArn}/consumer/weir-probe-6f1c:1`;
  return resources.filter(
    (pattern) =>
      hasWildcardInName(pattern) && (matchesArn(pattern, streamArn) || matchesArn(pattern, consumer)),
  );
}

/** Whether an ARN pattern leaves the stream's name open; a variable is as open as a wildcard. */
export function hasWildcardInName(pattern: string): boolean {
  const name = /:stream\/([^/]*)/.exec(pattern)?.[1];
  return name === undefined ? true : /[*?]|\$\{/.test(name);
}
