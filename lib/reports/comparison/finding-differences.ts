import { parseArn } from "@/lib/model/arn";
import type { Finding } from "@/lib/model/report";

/** Where both scans looked, and whether that is all that either did. */
export interface CommonScope {
  readonly holds: (accountId: string, region: string) => boolean;
  readonly isWhole: boolean;
}

/**
 * What differs between a finding and the same one later, a sentence each; none: it is as it was. Streams of a Region
 * that one of the scans did not look at differ in nothing; principals, and words that count streams, are compared only
 * where both looked at the same.
 */
export function differences(before: Finding, after: Finding, scope: CommonScope): string[] {
  const common = (arns: readonly string[]) =>
    arns.filter((arn) => {
      const { accountId = "", region = "" } = parseArn(arn) ?? {};
      return scope.holds(accountId, region);
    });
  return [
    ...(before.severity === after.severity
      ? []
      : [`It weighed as ${before.severity} and now as ${after.severity}.`]),
    ...setDifference("stream", common(before.streamArns), common(after.streamArns)),
    ...(scope.isWhole
      ? setDifference("principal", before.cause.principals ?? [], after.cause.principals ?? [])
      : []),
    ...(before.cause.label === after.cause.label || !scope.isWhole ? [] : [`It read: ${before.cause.label}`]),
  ];
}

const namedAtMost = 3;

function setDifference(noun: string, before: readonly string[], after: readonly string[]): string[] {
  const [was, is] = [new Set(before), new Set(after)];
  const come = after.filter((each) => !was.has(each));
  const gone = before.filter((each) => !is.has(each));
  return [...told(`It now concerns the ${noun}`, come), ...told(`It no longer concerns the ${noun}`, gone)];
}

function told(beginning: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length - namedAtMost;
  const rest = more > 0 ? ` and ${more} more` : "";
  return [
    `${beginning}${names.length === 1 ? "" : "s"} ${names.slice(0, namedAtMost).map(shortName).join(", ")}${rest}.`,
  ];
}

/** `orders`, `role/reader`: the account is the one that is compared. */
function shortName(arn: string): string {
  return parseArn(arn)?.resource.replace(/^stream\//, "") ?? arn;
}
