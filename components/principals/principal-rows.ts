import type { PrincipalRow } from "@/components/principals/principal-table";
import type { Report } from "@/lib/model/report";

/** Users, groups and roles with the number of findings about them; those with most first. */
export function principalRows({
  principals,
  findings,
}: Pick<Report, "principals" | "findings">): PrincipalRow[] {
  const byArn = new Map<string, Set<string>>();
  const byPolicy = new Map<string, Set<string>>();
  for (const { findingId, cause } of findings) {
    for (const arn of [cause.id, ...(cause.principals ?? [])]) add(byArn, arn, findingId);
    if (cause.document) add(byPolicy, cause.document.policyId, findingId);
  }
  return principals
    .map((principal) => {
      const own = new Set(byArn.get(principal.arn));
      for (const id of principal.policyIds)
        for (const findingId of byPolicy.get(id) ?? []) own.add(findingId);
      return { principal, findings: own.size };
    })
    .toSorted((a, b) => b.findings - a.findings || a.principal.name.localeCompare(b.principal.name, "en"));
}

function add(index: Map<string, Set<string>>, key: string, findingId: string): void {
  const ids = index.get(key);
  if (ids) ids.add(findingId);
  else index.set(key, new Set([findingId]));
}
