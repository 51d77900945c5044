import { placesOf } from "@/lib/iam/access-index/resource-set";
import { sourcesIn } from "@/lib/kinesis/access/own-parties";
import { permit } from "@/lib/kinesis/reach/permission";
import type { FindLeads } from "@/lib/kinesis/reach/technique";

const action = "iam:AddUserToGroup";

/** A user who may put users into a group may put itself into it, and has the group's policies beside its own. */
export const joinGroup: FindLeads = function* joinGroup({ reach, inventory }, policed) {
  const { party } = policed;
  const user = inventory.users.find(({ arn }) => arn === party.arn);
  if (!user) return;
  const sourcesOf = sourcesIn(inventory);
  const groups = new Map(inventory.groups.map((group) => [group.arn, group]));
  for (const place of placesOf(reach.index.access(party.arn, action).may)) {
    const group = groups.get(reach.index.resources[place]?.arn ?? "");
    if (!group || user.groupNames.includes(group.name)) continue;
    const permission = permit(reach, party, { action, resourceArn: group.arn });
    if (!permission) continue;
    const changed = { ...policed, policies: [...policed.policies, ...sourcesOf(group)] };
    const gain = { kind: "rewrites", scenario: { id: `${party.arn} in ${group.arn}`, changed } } as const;
    yield { party, technique: "join-group", target: group.arn, actions: [action], permission, gain };
  }
};
