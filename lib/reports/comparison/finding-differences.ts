import type { Finding } from "@/lib/model/report";

/** What differs between a finding and the same one later, a sentence each; none: it is as it was. */
export function differences(before: Finding, after: Finding): string[] {
  return [
    ...(before.severity === after.severity
      ? []
      : [`It weighed as ${before.severity} and now as ${after.severity}.`]),
    ...setDifference("stream", before.streamArns, after.streamArns),
    ...setDifference("principal", before.cause.principals ?? [], after.cause.principals ?? []),
    ...(before.cause.label === after.cause.label ? [] : [`It read: ${before.cause.label}`]),
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
  return [`${beginning}${names.length === 1 ? "" : "s"} ${names.slice(0, namedAtMost).join(", ")}${rest}.`];
}
