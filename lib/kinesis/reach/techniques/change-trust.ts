import { intersect, placesOf, subtract } from "@/lib/iam/access-index/resource-set";
import { permit } from "@/lib/kinesis/reach/permission";
import { everything, isProtected } from "@/lib/kinesis/reach/technique";
import type { FindLeads } from "@/lib/kinesis/reach/technique";

const action = "iam:UpdateAssumeRolePolicy";

/**
 * Whoever may change the trust policy of a role lets itself in: in one account, being named there is enough. Nothing is
 * won where it can become the role anyhow.
 */
export const changeTrust: FindLeads = function* changeTrust(techniques, { party }) {
  const { reach, worthwhile, reachedBy, policedOf } = techniques;
  const changeable = intersect(reach.index.access(party.arn, action).may, worthwhile);
  for (const place of placesOf(subtract(changeable, reachedBy(party.arn).sure))) {
    const target = reach.index.resources[place]?.arn ?? "";
    const role = policedOf.get(target);
    if (!role || target === party.arn || isProtected(role.party)) continue;
    const permission = permit(reach, party, {
      action,
      resourceArn: target,
      told: [["iam:PermissionsBoundary", role.boundary ? [role.boundary.policy] : []]],
    });
    if (!permission) continue;
    const gain = { kind: "becomes", arn: target, ...everything } as const;
    yield { party, technique: "change-trust", target, actions: [action], permission, gain };
  }
};
