import { hasPlace } from "@/lib/iam/access-index/resource-set";
import type { Explanation } from "@/lib/iam/decision/explain";
import type { Asked } from "@/lib/kinesis/access/deciding-actions";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import type { GrantPointer } from "@/lib/model/duty";
import type { Party } from "@/lib/model/stream-access";

type Bound = "must" | "may";

export function isWithin(
  { index, placeOf }: DutyIndex,
  party: Party,
  { action, resourceArn }: Asked,
  bound: Bound,
): boolean {
  return hasPlace(index.access(party.arn, action)[bound], placeOf(resourceArn));
}

export function explainAsked(
  { index }: DutyIndex,
  party: Party,
  { action, resourceArn }: Asked,
): Explanation {
  return index.explain(party.arn, action, resourceArn);
}

/** The statements that allow what was asked, each once. */
export function grantsBehind(
  duties: DutyIndex,
  party: Party,
  asked: readonly Asked[],
  bound: Bound,
): readonly GrantPointer[] {
  const found = new Map<string, GrantPointer>();
  const add = ({ policy, index, sid }: GrantPointer) =>
    found.set(`${policy} ${index}`, {
      policy,
      ...(index !== undefined && { index }),
      ...(sid !== undefined && { sid }),
    });
  for (const each of asked) {
    const place = duties.placeOf(each.resourceArn);
    if (!party.isForeign)
      for (const grant of duties.grantsOf(party.arn, each.action))
        if (hasPlace(grant.reach[bound], place)) add(grant);
    for (const statement of resourceGrants(duties, party, each)) add(statement);
  }
  return [...found.values()];
}

/** Resource policies are few, so that the evaluator is asked about each. */
function resourceGrants(duties: DutyIndex, party: Party, asked: Asked): readonly GrantPointer[] {
  const policy = duties.index.resources[duties.placeOf(asked.resourceArn)]?.resourcePolicy;
  if (!policy || isOpenByUnread(duties, party, asked)) return [];
  const { statements } = explainAsked(duties, party, asked);
  return statements.filter((each) => each.effect === "Allow" && each.policy === policy.policy);
}

/** What a document that nobody read decides is no grant of anybody else's, as long as it is not sure without it. */
function isOpenByUnread(duties: DutyIndex, party: Party, asked: Asked): boolean {
  return party.unreadPolicyIds.length > 0 && !isWithin(duties, party, asked, "must");
}
