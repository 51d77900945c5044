import { intersect, placesOf, uniteAll } from "@/lib/iam/access-index/resource-set";
import { permit, surest } from "@/lib/kinesis/reach/permission";
import type { Permission } from "@/lib/kinesis/reach/permission";
import { everything } from "@/lib/kinesis/reach/technique";
import type { FindLeads } from "@/lib/kinesis/reach/technique";

const accessKey = "iam:CreateAccessKey";
const passwords = ["iam:CreateLoginProfile", "iam:UpdateLoginProfile"] as const;

/** A new access key, or a console password, is as good as the user whose it is. */
export const createCredentials: FindLeads = function* createCredentials(techniques, { party }) {
  const { reach, worthwhile } = techniques;
  const reachable = uniteAll(
    [accessKey, ...passwords].map((each) => reach.index.access(party.arn, each).may),
  );
  for (const place of placesOf(intersect(reachable, worthwhile))) {
    const target = reach.index.resources[place]?.arn ?? "";
    if (target === party.arn) continue;
    const allowed = (action: string) => permit(reach, party, { action, resourceArn: target });
    const ways = [
      { actions: [accessKey], permission: allowed(accessKey) },
      ...byPassword(passwords.map((action) => ({ actions: [action], permission: allowed(action) }))),
    ];
    const way = surest(
      ways.flatMap(({ actions, permission }) => (permission ? [{ actions, permission }] : [])),
    );
    if (!way) continue;
    const gain = { kind: "becomes", arn: target, ...everything } as const;
    yield { party, technique: "create-credentials", target, ...way, gain };
  }
};

interface Way {
  readonly actions: readonly string[];
  readonly permission: Permission | undefined;
}

/** A first password and a later one are two actions; whether the user has one, nobody read. */
function byPassword(ways: readonly Way[]): Way[] {
  if (ways.every(({ permission }) => permission)) return [...ways];
  return ways.map(({ actions, permission }) => ({
    actions,
    permission: permission && {
      certainty: permission.certainty === "unknown" ? "unknown" : "conditional",
      conditions: [...permission.conditions, "whether the user has a console password, which was not read"],
    },
  }));
}
