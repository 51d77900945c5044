import type { PolicyRow } from "@/components/policy/policy-table";
import type { Finding, Report } from "@/lib/model/report";
import { heaviest, severities } from "@/lib/model/verdict";

/** The documents of a report with what was found in them: unreadable and worst first. */
export function policyRows({ policies, findings }: Pick<Report, "policies" | "findings">): PolicyRow[] {
  const byPolicy = new Map<string, Finding[]>();
  for (const finding of findings) {
    const id = finding.cause.document?.policyId;
    if (id === undefined || finding.status !== "fail") continue;
    byPolicy.set(id, [...(byPolicy.get(id) ?? []), finding]);
  }
  return policies
    .map((policy) => {
      const own = byPolicy.get(policy.id) ?? [];
      const [first, ...others] = own.map(({ severity }) => severity);
      return { policy, findings: own.length, severity: first && heaviest(first, ...others) };
    })
    .toSorted((a, b) => rank(a) - rank(b) || a.policy.name.localeCompare(b.policy.name, "en"));
}

function rank({ policy, severity }: PolicyRow): number {
  if (policy.problem !== undefined) return -1;
  return severity === undefined ? severities.length : severities.indexOf(severity);
}
