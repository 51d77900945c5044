import { groupBy } from "@/lib/model/group-by";
import { once } from "@/lib/kinesis/access/once";
import type { PolicedParty } from "@/lib/kinesis/access/own-parties";
import { scenarioPowers } from "@/lib/kinesis/reach/scenario-powers";
import type { Powers } from "@/lib/kinesis/reach/scenario-powers";
import type { FindLeads, Lead, TechniqueWorld } from "@/lib/kinesis/reach/technique";
import { assumeRole } from "@/lib/kinesis/reach/techniques/assume-role";
import { changeTrust } from "@/lib/kinesis/reach/techniques/change-trust";
import { createCredentials } from "@/lib/kinesis/reach/techniques/create-credentials";
import { joinGroup } from "@/lib/kinesis/reach/techniques/join-group";
import { passRole } from "@/lib/kinesis/reach/techniques/pass-role";
import { putCode } from "@/lib/kinesis/reach/techniques/put-code";
import { writePolicy } from "@/lib/kinesis/reach/techniques/write-policy";

/** The steps by which the account's identities get the powers of others, or new ones. */
export interface IdentityLeads {
  readonly all: readonly Lead[];
  /** Those to the powers of an identity, by its ARN, but for those of `byUnread`. */
  readonly toIdentity: ReadonlyMap<string, readonly Lead[]>;
  /** Those that nothing but a document of whoever takes them decides, which nobody read; by the taker's ARN. */
  readonly byUnread: ReadonlyMap<string, readonly Lead[]>;
  readonly powersOf: (lead: Lead) => Powers | undefined;
  /** Whether a step ends in the administration of the account. */
  readonly administers: (lead: Lead) => boolean;
}

/** Account administrators need no step, and AWS alone acts as a service-linked role. */
export function identityLeads(techniques: TechniqueWorld): IdentityLeads {
  const { world, reach } = techniques;
  const finders: readonly FindLeads[] = [
    writePolicy,
    joinGroup,
    changeTrust,
    createCredentials,
    passRole(techniques),
    putCode(techniques),
    assumeRole,
  ];
  const administrators = world.administrators();
  const takesSteps = ({ party }: PolicedParty) => !party.isServiceLinked && !administrators.has(party.arn);
  const all = reach.own
    .filter(takesSteps)
    .flatMap((policed) => finders.flatMap((find) => Array.from(find(techniques, policed))));
  const powers = once(() =>
    scenarioPowers(
      world.parts,
      all.flatMap(({ gain }) => (gain.kind === "rewrites" ? [gain.scenario] : [])),
    ),
  );
  const powersOf = ({ gain }: Lead) => (gain.kind === "rewrites" ? powers()(gain.scenario.id) : undefined);
  return {
    all,
    toIdentity: groupByIdentity(all.filter((lead) => !isByUnread(lead))),
    byUnread: groupBy(all.filter(isByUnread), ({ party }) => party.arn),
    powersOf,
    administers: (lead) =>
      lead.gain.kind === "becomes"
        ? lead.gain.isWhole && administrators.has(lead.gain.arn)
        : (powersOf(lead)?.isAdministrator ?? false),
  };
}

/** Whether the step hangs on a document of whoever takes it that nobody read. */
function isByUnread({ party, permission }: Lead): boolean {
  return permission.certainty === "unknown" && party.unreadPolicyIds.length > 0;
}

function groupByIdentity(leads: readonly Lead[]): Map<string, Lead[]> {
  const groups = new Map<string, Lead[]>();
  for (const lead of leads) {
    if (lead.gain.kind !== "becomes") continue;
    const group = groups.get(lead.gain.arn);
    if (group) group.push(lead);
    else groups.set(lead.gain.arn, [lead]);
  }
  return groups;
}
