import { setOf } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import type { AccessWorld } from "@/lib/kinesis/access/access-world";
import { once } from "@/lib/kinesis/access/once";
import { identityLeads } from "@/lib/kinesis/reach/identity-leads";
import type { IdentityLeads } from "@/lib/kinesis/reach/identity-leads";
import { allOf } from "@/lib/kinesis/reach/permission";
import type { Permission } from "@/lib/kinesis/reach/permission";
import type { ReachIndex } from "@/lib/kinesis/reach/reach-index";
import { streamLeads } from "@/lib/kinesis/reach/stream-leads";
import type { StreamLead } from "@/lib/kinesis/reach/stream-technique";
import { recordDuties } from "@/lib/kinesis/reach/technique";
import type { Lead, TechniqueWorld } from "@/lib/kinesis/reach/technique";
import { groupBy } from "@/lib/model/group-by";
import type { Escalation, RoleReach } from "@/lib/model/role-reach";
import type { HeldDuty, StreamAccess } from "@/lib/model/stream-access";

interface EscalationInput {
  readonly world: AccessWorld;
  readonly reach: ReachIndex;
  readonly access: () => StreamAccess;
  readonly reachedBy: TechniqueWorld["reachedBy"];
  readonly trustOf: TechniqueWorld["trustOf"];
  readonly computeOf: TechniqueWorld["computeOf"];
}

type Escalations = Pick<RoleReach, "escalations" | "escalationsOn" | "shadowAdministrators">;

/** What follows from who can do what to whom: the steps to more, found once for the account. */
export function findEscalations(input: EscalationInput): Escalations {
  const { world, reach, access, reachedBy, trustOf, computeOf } = input;
  const { iam } = world.parts;
  if (!iam.known) return { escalations: () => [], escalationsOn: () => [], shadowAdministrators: () => [] };
  const techniques: TechniqueWorld = {
    world,
    reach,
    inventory: iam.value,
    policedOf: new Map(reach.own.map((policed) => [policed.party.arn, policed])),
    worthwhile: worthBecoming(world, reach),
    reachedBy,
    trustOf,
    computeOf,
  };
  const leads = once(() => identityLeads(techniques));
  const onStream = streamLeads(techniques, access);
  return {
    escalations: (partyArn) =>
      leads()
        .all.filter(({ party }) => party.arn === partyArn)
        .map(toEscalation),
    escalationsOn: (streamArn) => {
      const holders = holdersOfRecords(access(), streamArn);
      return [...throughIdentities(leads(), access(), streamArn), ...onStream(streamArn)]
        .filter(({ party }) => !holders.has(party.arn))
        .map((lead) => Object.assign(toEscalation(lead), { duties: lead.duties }));
    },
    shadowAdministrators: once(() => shadows(leads())),
  };
}

/** Users and roles that hold records of some stream, or administer the account. */
function worthBecoming(world: AccessWorld, { own, placeOf }: ReachIndex): ResourceSet {
  const administrators = world.administrators();
  const places = own.flatMap(({ party }) => {
    const row = world.rowOf(party);
    const isWorthwhile =
      administrators.has(party.arn) || recordDuties.some((duty) => row[duty].may.words.length > 0);
    return isWorthwhile && !party.isServiceLinked ? [placeOf(party.arn)] : [];
  });
  return setOf(places.toSorted((one, other) => one - other));
}

/** Whoever may hold records by a document that nobody read may also not, and then takes a step to them. */
function holdersOfRecords(access: StreamAccess, streamArn: string): ReadonlySet<string> {
  const held = recordCells(access, streamArn).filter(
    (cell) => cell.party.unreadPolicyIds.length === 0 || cell.access !== "unknown",
  );
  return new Set(held.map(({ party }) => party.arn));
}

function recordCells(access: StreamAccess, streamArn: string): HeldDuty[] {
  return access
    .holdersOf(streamArn)
    .filter(({ duty, isBlockedByKey }) => (duty === "produce" || duty === "consume") && !isBlockedByKey);
}

function toEscalation({ party, technique, target, actions, permission }: Omit<Lead, "gain">): Escalation {
  return { party, technique, target, actions, ...permission };
}

function throughIdentities(
  { all, toIdentity, byUnread, powersOf }: IdentityLeads,
  access: StreamAccess,
  streamArn: string,
): StreamLead[] {
  const cells = recordCells(access, streamArn);
  const becoming = cells.flatMap((cell) =>
    (toIdentity.get(cell.party.arn) ?? []).flatMap((lead) => asHolder(lead, cell)),
  );
  const byHolder = groupBy(cells, ({ party }) => party.arn);
  const perhaps = [...byUnread.values()].flatMap((leads) => firstAsHolder(leads, byHolder));
  const rewriting = all.flatMap((lead) => {
    const duties = powersOf(lead)?.recordsOn(streamArn) ?? [];
    return duties.length > 0 ? [{ ...lead, duties }] : [];
  });
  return [...becoming, ...perhaps, ...rewriting];
}

/** Who may do anything by a document that nobody read takes every step perhaps: one of them says so. */
function firstAsHolder(
  leads: readonly Lead[],
  byHolder: ReadonlyMap<string, readonly HeldDuty[]>,
): StreamLead[] {
  for (const lead of leads) {
    const cells = lead.gain.kind === "becomes" ? (byHolder.get(lead.gain.arn) ?? []) : [];
    const [step] = cells.flatMap((cell) => asHolder(lead, cell));
    if (step) return [step];
  }
  return [];
}

/** Of a holder's records only those that the way of becoming it gives; how surely it holds them counts, too. */
function asHolder(lead: Lead, { duty, access, conditions, openGap }: HeldDuty): StreamLead[] {
  const { gain } = lead;
  if (gain.kind !== "becomes") return [];
  const duties = gain.duties.filter((each) => each === duty);
  const certainty = openGap ? "unknown" : access === "allowed" ? "sure" : access;
  const holding: Permission = { certainty, conditions };
  const permission = allOf([lead.permission, holding]);
  return duties.length > 0 && permission ? [{ ...lead, duties, permission }] : [];
}

/** The surest step of each; what rests on a document that nobody read makes nobody one. */
function shadows({ all, administers }: IdentityLeads): Escalation[] {
  const found = new Map<string, Escalation>();
  for (const lead of all) {
    const { certainty } = lead.permission;
    if (certainty === "unknown" || !administers(lead)) continue;
    const known = found.get(lead.party.arn);
    if (!known || (known.certainty === "conditional" && certainty === "sure"))
      found.set(lead.party.arn, toEscalation(lead));
  }
  return [...found.values()];
}
