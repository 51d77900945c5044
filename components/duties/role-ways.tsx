import { faceOf } from "@/components/duties/principal-face";
import { wayInWords } from "@/components/duties/way-in-words";
import type { Go } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { formatCount } from "@/lib/format/count-of";
import type { ReportRoleReach } from "@/lib/model/role-reach";

interface RoleWaysProps {
  readonly reach: ReportRoleReach;
  /** How many of those who can assume it are named. */
  readonly namedMax?: number;
  readonly go: Go;
}

/** Who can become a role: by assuming it, over which roles, and whom its trust policy lets in besides. */
export function RoleWays({ reach, namedMax = 8, go }: RoleWaysProps) {
  const { assumers, assumerCount, waysIn, problem, accountId } = reach;
  const named = assumers.slice(0, namedMax);
  if (problem !== undefined)
    return (
      <p className="text-unknown">
        Nobody can tell: its trust policy could not be read. <AttackerText>{problem}</AttackerText>
      </p>
    );
  return (
    <ul className="grid gap-1 text-sm">
      {named.map((assumer) => (
        <li key={assumer.principal}>
          <AssumerPath assumer={assumer} accountId={accountId} go={go} />
        </li>
      ))}
      {assumerCount > named.length && (
        <li className="text-muted">and {formatCount(assumerCount - named.length)} more of this account</li>
      )}
      {waysIn.map((way) => (
        <li key={`${way.kind} ${way.who} ${way.conditions.join()}`}>
          <AttackerText>{wayInWords(way)}</AttackerText>
          {way.conditions.length > 0 && (
            <span className="text-muted">
              , only if <AttackerText>{way.conditions.join(" and ")}</AttackerText>
            </span>
          )}
        </li>
      ))}
      {assumerCount === 0 && waysIn.length === 0 && (
        <li className="text-muted">Nobody but account administrators.</li>
      )}
    </ul>
  );
}

interface AssumerPathProps extends Pick<RoleWaysProps, "go"> {
  readonly assumer: ReportRoleReach["assumers"][number];
  readonly accountId: string;
}

/** `alice → role/ops → role/reader`, the last of which is the role that it is about. */
function AssumerPath({ assumer: { principal, path, sure }, accountId, go }: AssumerPathProps) {
  return (
    <>
      <AppLink to={go("/principals/view", { arn: principal })}>
        <AttackerText>{faceOf(principal, accountId).name}</AttackerText>
      </AppLink>{" "}
      <span className="text-muted">{faceOf(principal, accountId).what}</span>
      {path.slice(0, -1).map((role) => (
        <span key={role}>
          {" → "}
          <AttackerText>{faceOf(role, accountId).name}</AttackerText>
        </span>
      ))}
      {!sure && <span className="text-muted">, under a condition</span>}
    </>
  );
}
