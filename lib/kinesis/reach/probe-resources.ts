import type { AccessResource } from "@/lib/iam/access-index/access-input";
import { matchesAction } from "@/lib/iam/match-action";
import type { AccessParts } from "@/lib/kinesis/access/account-parts";
import type { StatementOf } from "@/lib/kinesis/access/statements-by-policy";
import { prefixOf, serviceActions } from "@/lib/kinesis/reach/service-uses";
import { formatArn, parseArn } from "@/lib/model/arn";

const anyName = "weir-probe-6f1c";

/**
 * Resources of services that need not exist: what may be made under a name that a pattern allows can be made. For each
 * service one of any name, and one for each pattern of the statements given.
 */
export function probeResources(parts: AccessParts, patterns: ReadonlySet<string>): AccessResource[] {
  const { accountId, partition } = parts;
  const regions = parts.regions.map(({ region }) => region);
  const services = new Set(serviceActions.map(({ name }) => prefixOf(name)));
  const probes = new Map<string, AccessResource>([["*", { arn: "*", kind: "any", accountId }]]);
  const add = (service: string, region: string, resource: string) => {
    const arn = formatArn({ partition, service, region, accountId, resource });
    probes.set(arn, { arn, kind: service, accountId, region });
  };
  for (const service of services) for (const region of regions) add(service, region, anyName);
  for (const pattern of patterns) {
    const arn = parseArn(pattern);
    if (!arn || !services.has(arn.service)) continue;
    for (const region of /[*?]/.test(arn.region) ? regions : [arn.region])
      add(arn.service, region, concrete(arn.resource));
  }
  return [...probes.values()];
}

function concrete(resource: string): string {
  return resource
    .replaceAll(/\$\{[^}]*\}/g, "*")
    .replaceAll("*", anyName)
    .replaceAll("?", "x");
}

/** The patterns that statements name for the actions of services. */
export function patternsFor(
  policies: readonly { readonly policy: string; readonly text: string }[],
  statementsOf: (text: string) => readonly NonNullable<ReturnType<StatementOf>>[],
): Set<string> {
  const texts = new Set(policies.map(({ text }) => text));
  const patterns = new Set<string>();
  for (const text of texts)
    for (const { actions, resources = [] } of statementsOf(text)) {
      const covers = serviceActions.some(
        ({ name }) => actions?.some((pattern) => matchesAction(pattern, name)) ?? true,
      );
      if (covers) for (const resource of resources) patterns.add(resource);
    }
  return patterns;
}
