import type { DerivedOf } from "@/lib/checks/check-memory";
import type { DerivedParts } from "@/lib/model/check";
import { listedAssumersMax } from "@/lib/model/role-reach";
import type { ReportRoleReach, WayIn } from "@/lib/model/role-reach";
import type { AccountSnapshot, Snapshot } from "@/lib/model/snapshot";
import type { Party, StreamAccess } from "@/lib/model/stream-access";

/** Of each role that holds a duty, who can become it: service-linked roles belong to AWS and are left out. */
export function buildRoleReaches(snapshot: Snapshot, derivedOf: DerivedOf): ReportRoleReach[] {
  return snapshot.accounts.flatMap((account) => {
    const derived = derivedOf(account);
    const isAdministrator = administratorTest(account, derived.access);
    return rolesWithDuty(account, derived.access).map((role) => toReport(role, derived, isAdministrator));
  });
}

function rolesWithDuty({ regions }: AccountSnapshot, access: StreamAccess): Party[] {
  const streams = regions.flatMap(({ streams: listed }) => (listed.known ? listed.value : []));
  const holders = new Set(streams.flatMap(({ arn }) => access.holdersOf(arn).map(({ party }) => party)));
  return access.parties.filter(
    (party) => holders.has(party) && party.kind === "role" && !party.isForeign && !party.isServiceLinked,
  );
}

function administratorTest({ regions }: AccountSnapshot, access: StreamAccess): (party: Party) => boolean {
  return (party) =>
    regions.some(({ region }) => access.standingOf(party, region) === "account-administrator");
}

function toReport(
  { arn, accountId }: Party,
  { reach }: DerivedParts,
  isAdministrator: (party: Party) => boolean,
): ReportRoleReach {
  const paths = reach.pathsTo(arn).filter(({ party }) => !isAdministrator(party));
  const gap = reach.gapOf(arn);
  return {
    role: arn,
    accountId,
    assumers: paths.slice(0, listedAssumersMax).map(({ party, roles, isSure }) => ({
      principal: party.arn,
      path: [...roles],
      sure: isSure,
    })),
    assumerCount: paths.length,
    waysIn: reach.waysIn(arn).map(({ kind, who, conditions }) => ({
      kind,
      who,
      conditions: conditions.map(inWords),
    })),
    ...(gap && { problem: gap.message }),
  };
}

function inWords({ operator, key, values }: WayIn["conditions"][number]): string {
  return `${operator} ${key}: ${values.join(", ")}`;
}
