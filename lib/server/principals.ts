import "server-only";
import type { PrincipalReach } from "@/lib/model/principal-reach";
import type { Report, ReportPolicy, ReportPrincipal } from "@/lib/model/report";
import { heldByPrincipal, type HeldOn } from "@/lib/server/held-duties";
import { reachByPrincipal } from "@/lib/server/principal-reach";
import { policiesById, principalsByArn } from "@/lib/server/report-index";

export interface PrincipalView {
  readonly arn: string;
  /** Absent for one of another account, of whom only what others grant is known. */
  readonly principal: ReportPrincipal | undefined;
  readonly reach: PrincipalReach | undefined;
  readonly held: readonly HeldOn[];
}

/** Whoever a report knows by an ARN, or by `*`; undefined for one that nothing in it names. */
export function loadPrincipalView(report: Report, arn: string): PrincipalView | undefined {
  const principal = principalsByArn(report).get(arn);
  const reach = reachByPrincipal(report).get(arn);
  if (!principal && !reach) return undefined;
  return { arn, principal, reach, held: heldByPrincipal(report).get(arn) ?? [] };
}

export function policyReader(report: Report): (id: string) => ReportPolicy | undefined {
  return (id) => policiesById(report).get(id);
}
