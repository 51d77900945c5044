import { matchesAction } from "@/lib/iam/match-action";
import type { Statement } from "@/lib/iam/statement";
import { surely } from "@/lib/kinesis/reach/permission";
import type { Permission } from "@/lib/kinesis/reach/permission";
import { serviceOf } from "@/lib/kinesis/reach/service-uses";

/** A service that a trust policy lets act as the role, for resources of this account. */
export interface TrustedService {
  readonly service: string;
  /** As written. */
  readonly principal: string;
  readonly permission: Permission;
}

export function trustedServices(trust: readonly Statement[], accountId: string): TrustedService[] {
  return trust.filter(letsAssume).flatMap(({ principals = [], conditions }) => {
    const permission = permissionUnder(conditions, accountId);
    if (!permission) return [];
    return principals
      .filter(({ type }) => type === "Service")
      .map(({ value }) => ({ service: serviceOf(value), principal: value, permission }));
  });
}

function letsAssume({ effect, actions, notActions }: Statement): boolean {
  if (effect === "Deny") return false;
  const covers = (pattern: string) => matchesAction(pattern, "sts:AssumeRole");
  return notActions ? !notActions.some(covers) : (actions ?? []).some(covers);
}

const equalities = /^String(?:Equals|Like)(?:IgnoreCase)?(?:IfExists)?$/;

/** A service tells the account that it acts for, as aws:SourceAccount, and Firehose as sts:ExternalId. */
function permissionUnder(conditions: Statement["conditions"], accountId: string): Permission | undefined {
  const open: string[] = [];
  for (const { operator, key, values } of conditions) {
    const isAccount = /^(?:aws:SourceAccount|sts:ExternalId)$/i.test(key) && equalities.test(operator);
    if (!isAccount) open.push(`${key} in the trust policy`);
    else if (!values.includes(accountId)) {
      if (/^aws:/i.test(key)) return undefined;
      open.push(`${key} in the trust policy`);
    }
  }
  return open.length === 0 ? surely : { certainty: "conditional", conditions: open };
}
