import "server-only";
import type { PrincipalReach } from "@/lib/model/principal-reach";
import type { Report, ReportPolicy, ReportPrincipal, ReportStream } from "@/lib/model/report";
import type { ReportRoleReach } from "@/lib/model/role-reach";
import { heldByPrincipal, type HeldOn } from "@/lib/server/held-duties";
import { reachByPrincipal } from "@/lib/server/principal-reach";
import { policiesById, principalsByArn, roleReachByArn } from "@/lib/server/report-index";

export interface PrincipalView {
  readonly arn: string;
  /** Absent for one of another account, of whom only what others grant is known. */
  readonly principal: ReportPrincipal | undefined;
  readonly reach: PrincipalReach | undefined;
  readonly held: readonly HeldOn[];
  /** Of a role that holds a duty: who can become it. */
  readonly roleReach: ReportRoleReach | undefined;
}

/** Whoever a report knows by an ARN, or by `*`; undefined for one that nothing in it names. */
export function loadPrincipalView(report: Report, arn: string): PrincipalView | undefined {
  const principal = principalsByArn(report).get(arn);
  const reach = reachByPrincipal(report).get(arn);
  if (!principal && !reach) return undefined;
  return {
    arn,
    principal,
    reach,
    held: heldByPrincipal(report).get(arn) ?? [],
    roleReach: roleReachByArn(report).get(arn),
  };
}

export function policyReader(report: Report): (id: string) => ReportPolicy | undefined {
  return (id) => policiesById(report).get(id);
}

/** Every principal with what it can do: those of the account, and those that its policies name from elsewhere. */
export function loadPrincipals(report: Report) {
  const reach = reachByPrincipal(report);
  const known = principalsByArn(report);
  return {
    principals: report.principals.map((principal) => ({
      ...principal,
      ...withReach(reach.get(principal.arn)),
    })),
    external: [...reach]
      .filter(([arn]) => !known.has(arn))
      .map(([arn, own]) => Object.assign({ arn }, withReach(own))),
  };
}

function withReach(reach: PrincipalReach | undefined) {
  return reach ? { reach } : {};
}

/** What belongs to a stream's duties and is not repeated in them: administrators, and who can become its roles. */
export function loadStreamAccess(report: Report, { accountId, duties, region }: ReportStream) {
  const holders = new Set(duties.map(({ principal }) => principal));
  return {
    administrators: report.administrators.filter(
      (each) =>
        each.accountId === accountId &&
        (each.standing === "account-administrator" || each.regions.includes(region)),
    ),
    roleReach: report.roleReach.filter(({ role }) => holders.has(role)),
  };
}
