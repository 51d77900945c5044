import { faceOf } from "@/components/duties/principal-face";
import type { PrincipalRow } from "@/components/principals/principal-table";
import type { PrincipalReach } from "@/lib/model/principal-reach";
import type { Report } from "@/lib/model/report";

/**
 * Users, groups and roles, and whom policies name from elsewhere, with the number of findings about each and what it
 * can do; those with most findings first.
 */
export function principalRows(
  {
    principals,
    findings,
    scan,
  }: Pick<Report, "principals" | "findings"> & { readonly scan: { readonly accountId: string } },
  reach: ReadonlyMap<string, PrincipalReach>,
): PrincipalRow[] {
  const byArn = new Map<string, Set<string>>();
  const byPolicy = new Map<string, Set<string>>();
  for (const { findingId, cause } of findings) {
    for (const arn of [cause.id, ...(cause.principals ?? [])]) add(byArn, arn, findingId);
    if (cause.document) add(byPolicy, cause.document.policyId, findingId);
  }
  const own = principals.map((principal): PrincipalRow => {
    const { arn, kind, name } = principal;
    const about = new Set(byArn.get(arn));
    for (const id of principal.policyIds)
      for (const findingId of byPolicy.get(id) ?? []) about.add(findingId);
    return { arn, kind, name, principal, reach: reach.get(arn), findings: about.size };
  });
  const known = new Set(principals.map(({ arn }) => arn));
  const external = [...reach.keys()]
    .filter((arn) => !known.has(arn))
    .map((arn): PrincipalRow => {
      const { name } = faceOf(arn, scan.accountId);
      const findingCount = byArn.get(arn)?.size ?? 0;
      return {
        arn,
        kind: "external",
        name,
        principal: undefined,
        reach: reach.get(arn),
        findings: findingCount,
      };
    });
  return [...own, ...external].toSorted(
    (a, b) => b.findings - a.findings || a.name.localeCompare(b.name, "en"),
  );
}

function add(index: Map<string, Set<string>>, key: string, findingId: string): void {
  const ids = index.get(key);
  if (ids) ids.add(findingId);
  else index.set(key, new Set([findingId]));
}
