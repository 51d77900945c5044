import { hasPlace, intersect, placesOf } from "@/lib/iam/access-index/resource-set";
import { matchesArn } from "@/lib/iam/match-arn";
import { parsePrincipal } from "@/lib/iam/principal";
import type { Statement } from "@/lib/iam/statement";
import { permit } from "@/lib/kinesis/reach/permission";
import { everything } from "@/lib/kinesis/reach/technique";
import type { FindLeads, TechniqueWorld } from "@/lib/kinesis/reach/technique";
import type { GrantStatement, Party } from "@/lib/model/stream-access";

const action = "sts:AssumeRole";

/**
 * Assuming a role is how roles are meant to be used, where its trust names the caller, or the caller's grant names the
 * role. Where a trust names the whole account and a grant is a wildcard, nobody decided that the two belong together.
 */
export const assumeRole: FindLeads = function* assumeRole(techniques, { party }) {
  const { reach, worthwhile } = techniques;
  for (const place of placesOf(intersect(reach.index.access(party.arn, action).may, worthwhile))) {
    const target = reach.index.resources[place]?.arn ?? "";
    if (target === party.arn || !isUndecided(techniques, party, target)) continue;
    const permission = permit(reach, party, { action, resourceArn: target });
    if (!permission) continue;
    const gain = { kind: "becomes", arn: target, ...everything } as const;
    yield { party, technique: "assume-role", target, actions: [action], permission, gain };
  }
};

function isUndecided(techniques: TechniqueWorld, party: Party, roleArn: string): boolean {
  const trust = techniques.trustOf(roleArn) ?? [];
  return trust.every((statement) => !namesCaller(statement, party)) && !namesRole(techniques, party, roleArn);
}

/** Everybody is named by `*`, which is the trust's fault and not the caller's. */
function namesCaller(
  { effect, principals = [], notPrincipals, conditions }: Statement,
  party: Party,
): boolean {
  if (effect === "Deny") return false;
  if (notPrincipals || conditions.some(({ key }) => key.toLowerCase() === "aws:principalarn")) return true;
  return principals.map(parsePrincipal).some((principal) => {
    if (principal.kind === "everyone") return true;
    if (principal.kind === "user" || principal.kind === "role") return principal.arn === party.arn;
    if (principal.kind !== "role-session") return false;
    return (
      party.kind === "role" && principal.roleName === party.name && principal.accountId === party.accountId
    );
  });
}

function namesRole({ world, reach }: TechniqueWorld, party: Party, roleArn: string): boolean {
  const place = reach.placeOf(roleArn);
  return reach.index
    .grants(party.arn, action)
    .filter((grant) => hasPlace(grant.reach.may, place))
    .some(({ policy, index }) => {
      const statement = world.duties.statementOf(policy, index);
      return statement !== undefined && isByName(statement, roleArn, reach.roles.keys());
    });
}

/** A wildcard that matches no other role of the account is as good as the name. */
function isByName({ resources = [] }: GrantStatement, roleArn: string, roleArns: Iterable<string>): boolean {
  const others = [...roleArns].filter((arn) => arn !== roleArn);
  return resources.some(
    (pattern) =>
      pattern === roleArn ||
      (pattern !== "*" && matchesArn(pattern, roleArn) && !others.some((arn) => matchesArn(pattern, arn))),
  );
}
