import { DutyStrip, StreamsReached } from "@/components/duties/duty-strip";
import type { Go } from "@/components/links";
import { standingWords } from "@/components/principals/standing-words";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { TimeAgo } from "@/components/ui/time-ago";
import { countOf } from "@/lib/format/count-of";
import type { PrincipalReach } from "@/lib/model/principal-reach";
import type { ReportPrincipal } from "@/lib/model/report";

export interface PrincipalRow {
  readonly arn: string;
  readonly name: string;
  readonly kind: ReportPrincipal["kind"] | "external";
  /** Absent for an external one. */
  readonly principal: ReportPrincipal | undefined;
  /** Absent for one that can do nothing to any stream; a group does nothing itself. */
  readonly reach: PrincipalReach | undefined;
  /** Findings about it, or about a policy in force for it. */
  readonly findings: number;
}

interface PrincipalTableProps {
  readonly rows: readonly PrincipalRow[];
  readonly now: Date;
  readonly go: Go;
}

const kindWords: Readonly<Record<PrincipalRow["kind"], string>> = {
  user: "User",
  group: "Group",
  role: "Role",
  external: "External",
};

/** One row a principal. */
export function PrincipalTable({ rows, now, go }: PrincipalTableProps) {
  return (
    <table className="rows">
      <caption className="sr-only">Principals</caption>
      <thead>
        <tr>
          <th scope="col">Principal</th>
          <th scope="col">Kind</th>
          <th scope="col">Duties</th>
          <th scope="col">Streams</th>
          <th scope="col">Findings</th>
          <th scope="col">Policies</th>
          <th scope="col">Boundary</th>
          <th scope="col">Last used</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.arn} row={row} now={now} go={go} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<PrincipalTableProps, "now" | "go"> {
  readonly row: PrincipalRow;
}

function Row({ row: { arn, name, kind, principal, reach, findings }, now, go }: RowProps) {
  const standing = reach && standingWords[reach.standing];
  return (
    <tr>
      <th scope="row" title={arn}>
        <AppLink to={go("/principals/view", { arn })} className="text-ink hover:text-accent hover:underline">
          <AttackerText>{name}</AttackerText>
        </AppLink>
        {standing !== undefined && <span className="block font-normal text-muted">{standing}</span>}
      </th>
      <td>{kindWords[kind]}</td>
      <td className="rail:max-w-72">
        {kind === "group" ? <span className="text-muted">By its users</span> : <DutyStrip reach={reach} />}
      </td>
      <td className="wide-only">{kind === "group" ? "—" : <StreamsReached reach={reach} />}</td>
      <td className="wide-only whitespace-nowrap">
        {findings === 0 ? (
          <span className="text-muted">None</span>
        ) : (
          <AppLink to={go("/findings", { principal: arn })}>{countOf(findings, "finding")}</AppLink>
        )}
      </td>
      <td className="wide-only whitespace-nowrap">
        {principal ? (
          <AppLink to={go("/policies", { q: arn })}>
            {countOf(principal.policyIds.length, "policy", "policies")}
          </AppLink>
        ) : (
          "—"
        )}
      </td>
      <td className="wide-only">{principal?.boundaryId === undefined ? "—" : "Set"}</td>
      <td className="wide-only whitespace-nowrap">
        {principal?.lastUsedAt === undefined ? "—" : <TimeAgo at={principal.lastUsedAt} now={now} />}
      </td>
    </tr>
  );
}
