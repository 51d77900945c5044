import "server-only";
import { parsePolicyDocument, type ParsedPolicy } from "@/lib/iam/parse-policy-document";
import type { Report, ReportPolicy, ReportPrincipal } from "@/lib/model/report";
import type { ReportRoleReach } from "@/lib/model/role-reach";

/** Keeps what was worked out from an object for as long as the object is held: reports are, by the report cache. */
export function rememberBy<K extends object, V>(workOut: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const found = known.get(key) ?? workOut(key);
    known.set(key, found);
    return found;
  };
}

export const policiesById = rememberBy(
  ({ policies }: Pick<Report, "policies">): ReadonlyMap<string, ReportPolicy> =>
    new Map(policies.map((policy) => [policy.id, policy])),
);

export const principalsByArn = rememberBy(
  ({ principals }: Pick<Report, "principals">): ReadonlyMap<string, ReportPrincipal> =>
    new Map(principals.map((principal) => [principal.arn, principal])),
);

export const roleReachByArn = rememberBy(
  ({ roleReach }: Pick<Report, "roleReach">): ReadonlyMap<string, ReportRoleReach> =>
    new Map(roleReach.map((reach) => [reach.role, reach])),
);

export const parsedPolicy = rememberBy((policy: ReportPolicy): ParsedPolicy =>
  parsePolicyDocument(policy.text),
);
