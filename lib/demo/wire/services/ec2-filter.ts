import type { Filter, Tag } from "@aws-sdk/client-ec2";
import { WireError } from "../wire-error";

/** What a filter compares: the values that a resource has under the filter's name. */
export type FilterValues<Resource> = Readonly<
  Record<string, (resource: Resource) => string | undefined | readonly (string | undefined)[]>
>;

interface Tagged {
  readonly Tags?: readonly Tag[] | undefined;
}

/**
 * Filters are joined by AND, the values of one by OR; `*` and `?` are wildcards, and case counts.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html#filtering-resources-limitations
 */
export function applyFilters<Resource extends Tagged>(
  resources: readonly Resource[],
  filters: readonly Filter[] | undefined,
  known: FilterValues<Resource>,
): Resource[] {
  const tests = (filters ?? []).map((filter) => toTest(filter, known));
  return resources.filter((resource) => tests.every((test) => test(resource)));
}

function toTest<Resource extends Tagged>(
  { Name = "", Values = [] }: Filter,
  known: FilterValues<Resource>,
): (resource: Resource) => boolean {
  const valuesOf = Object.hasOwn(known, Name) ? known[Name] : tagValues(Name);
  if (!valuesOf) throw new WireError("InvalidParameterValue", `The filter '${Name}' is invalid`);
  const patterns = Values.map(toPattern);
  return (resource) => {
    const values = [valuesOf(resource)].flat().filter((value) => value !== undefined);
    return values.some((value) => patterns.some((pattern) => pattern.test(value)));
  };
}

function tagValues(name: string): ((resource: Tagged) => (string | undefined)[]) | undefined {
  if (name === "tag-key") return ({ Tags = [] }) => Tags.map(({ Key }) => Key);
  if (!name.startsWith("tag:")) return undefined;
  const key = name.slice("tag:".length);
  return ({ Tags = [] }) => Tags.filter(({ Key }) => Key === key).map(({ Value }) => Value);
}

function toPattern(text: string): RegExp {
  const escaped = text.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll(/\*+/g, ".*").replaceAll("?", ".")}$`, "s");
}
