import type { Go } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { TimeAgo } from "@/components/ui/time-ago";
import { countOf } from "@/lib/format/count-of";
import type { ReportPrincipal } from "@/lib/model/report";

export interface PrincipalRow {
  readonly principal: ReportPrincipal;
  /** Findings about it, or about a policy in force for it. */
  readonly findings: number;
}

interface PrincipalTableProps {
  readonly rows: readonly PrincipalRow[];
  readonly now: Date;
  readonly go: Go;
}

const kindWords: Readonly<Record<ReportPrincipal["kind"], string>> = {
  user: "User",
  group: "Group",
  role: "Role",
};

/** One row a user, group or role. */
export function PrincipalTable({ rows, now, go }: PrincipalTableProps) {
  return (
    <table className="rows">
      <caption className="sr-only">Principals</caption>
      <thead>
        <tr>
          <th scope="col">Principal</th>
          <th scope="col">Kind</th>
          <th scope="col">Findings</th>
          <th scope="col">Policies</th>
          <th scope="col">Groups</th>
          <th scope="col">Boundary</th>
          <th scope="col">Last used</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ principal, findings }) => (
          <tr key={principal.arn}>
            <th scope="row" title={principal.arn}>
              <AttackerText>{principal.name}</AttackerText>
            </th>
            <td>{kindWords[principal.kind]}</td>
            <td>
              {findings === 0 ? (
                <span className="text-muted">None</span>
              ) : (
                <AppLink to={go("/findings", { principal: principal.arn })}>
                  {countOf(findings, "finding")}
                </AppLink>
              )}
            </td>
            <td className="wide-only">
              <AppLink to={go("/policies", { q: principal.arn })}>
                {countOf(principal.policyIds.length, "policy", "policies")}
              </AppLink>
            </td>
            <td className="wide-only">
              <AttackerText>{principal.groupNames.join(", ") || "—"}</AttackerText>
            </td>
            <td className="wide-only">{principal.boundaryId === undefined ? "—" : "Set"}</td>
            <td className="wide-only whitespace-nowrap">
              {principal.lastUsedAt === undefined ? "—" : <TimeAgo at={principal.lastUsedAt} now={now} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
