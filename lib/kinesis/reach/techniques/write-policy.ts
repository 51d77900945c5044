import { hasPlace, placesOf } from "@/lib/iam/access-index/resource-set";
import { allOf, surely, surest } from "@/lib/kinesis/reach/permission";
import type { Permission } from "@/lib/kinesis/reach/permission";
import type { FindLeads, Lead, Scenario, TechniqueWorld } from "@/lib/kinesis/reach/technique";
import { waysToWrite } from "@/lib/kinesis/reach/techniques/ways-to-write";
import type { Subject } from "@/lib/kinesis/reach/techniques/ways-to-write";
import type { Party } from "@/lib/model/stream-access";

const writing = [
  "iam:AttachRolePolicy",
  "iam:CreatePolicyVersion",
  "iam:PutRolePolicy",
  "iam:SetDefaultPolicyVersion",
] as const;

/** Writing policies on oneself, on a group that one is in, or on a role that one can become. */
export const writePolicy: FindLeads = function* writePolicy(techniques, policed) {
  const { reach, reachedBy, policedOf } = techniques;
  const { party } = policed;
  yield* leadsOn(techniques, party, { policed, way: surely });
  if (writing.every((action) => reach.index.access(party.arn, action).may.words.length === 0)) return;
  const { sure, possible } = reachedBy(party.arn);
  for (const place of placesOf(possible)) {
    const subject = policedOf.get(reach.index.resources[place]?.arn ?? "");
    if (subject)
      yield* leadsOn(techniques, party, { policed: subject, way: hasPlace(sure, place) ? surely : onAPath });
  }
};

const onAPath: Permission = {
  certainty: "conditional",
  conditions: ["the conditions of the roles on the way"],
};

/** One step to any policy at all, if there is one, and else those to the policies that may be attached. */
function* leadsOn(
  techniques: TechniqueWorld,
  party: Party,
  { policed, way }: { readonly policed: Subject; readonly way: Permission },
): Generator<Lead> {
  const { arn } = policed.party;
  const { freely, limited } = waysToWrite(techniques, party, policed);
  const step = (action: string, permission: Permission, scenario: Scenario): Lead[] => {
    const joined = allOf([permission, way]);
    if (!joined) return [];
    const gain = { kind: "rewrites", scenario } as const;
    return [{ party, technique: "write-policy", target: arn, actions: [action], permission: joined, gain }];
  };
  const free = surest(freely);
  if (free) yield* step(free.action, free.permission, { id: `any ${arn}`, changed: withAnything(policed) });
  if (free?.permission.certainty === "sure") return;
  for (const { action, permission, policies } of limited) {
    const changed = { ...policed, policies: [...policed.policies, ...policies] };
    yield* step(action, permission, { id: `${action} ${arn} by ${party.arn}`, changed });
  }
}

const anything = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Action: "*", Resource: "*" },
});

function withAnything(policed: Subject): Subject {
  return { ...policed, policies: [...policed.policies, { policy: "weir:anything", text: anything }] };
}
