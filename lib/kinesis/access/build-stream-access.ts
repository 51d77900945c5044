import { hasPlace } from "@/lib/iam/access-index/resource-set";
import { SetAlgebra } from "@/lib/iam/access-index/set-pair";
import { placedStreams } from "@/lib/kinesis/access/account-parts";
import type { AccessParts } from "@/lib/kinesis/access/account-parts";
import { accountAdministrators } from "@/lib/kinesis/access/administrators";
import { gapsOfStreams } from "@/lib/kinesis/access/access-gaps";
import { dutyGrants } from "@/lib/kinesis/access/duty-grants";
import { buildDutyIndex } from "@/lib/kinesis/access/duty-index";
import { dutyRows } from "@/lib/kinesis/access/duty-rows";
import { foreignParties } from "@/lib/kinesis/access/foreign-parties";
import { LazyHeldDuty } from "@/lib/kinesis/access/held-duty";
import { keyHalves } from "@/lib/kinesis/access/key-half";
import { streamKey } from "@/lib/kinesis/access/key-of-placed-stream";
import { mapToStreams } from "@/lib/kinesis/access/map-to-streams";
import { ownParties } from "@/lib/kinesis/access/own-parties";
import type { PolicedParty } from "@/lib/kinesis/access/own-parties";
import { attachedPolicy, keyPolicy } from "@/lib/kinesis/access/resource-policies";
import { streamAdministrators } from "@/lib/kinesis/access/stream-administrators";
import { duties as allDuties } from "@/lib/model/duty";
import type { Duty } from "@/lib/model/duty";
import type { DutyGrant, HeldDuty, Party, StreamAccess } from "@/lib/model/stream-access";

/**
 * Works out who can do what to each stream of an account. Everything is found for all streams at once, as sets; why a
 * cell is so, and through which statements, when somebody asks.
 */
export function buildStreamAccess(parts: AccessParts): StreamAccess {
  const policed = partiesOf(parts);
  const parties = policed.map(({ party }) => party);
  const duties = buildDutyIndex(parts, policed);
  const algebra = new SetAlgebra(duties.index.resources.length);
  const mapped = mapToStreams(duties, algebra);
  const rowOf = dutyRows(duties, algebra, mapped);
  const keyHalfOf = keyHalves(duties);
  const rows = parties.map((party) => ({ party, row: rowOf(party) }));
  const holding = rows.filter(({ row }) => allDuties.some((duty) => row[duty].may.words.length > 0));

  const holdersOf = remember((streamArn): HeldDuty[] => {
    const place = duties.placeOf.get(streamArn) ?? -1;
    return holding.flatMap(({ party, row }) =>
      allDuties
        .filter((duty) => hasPlace(row[duty].may, place))
        .map((duty) => {
          const isSure = hasPlace(row[duty].must, place);
          return new LazyHeldDuty(duties, {
            party,
            duty,
            streamArn,
            isSure,
            key: keyHalfOf(party, duty, streamArn),
          });
        }),
    );
  });
  const grants = once((): DutyGrant[] =>
    holding.flatMap(({ party }) => [...dutyGrants({ duties, rowOf, mapped }, party)]),
  );
  const isHeld = (party: Party, duty: Duty, streamArn: string) =>
    keyHalfOf(party, duty, streamArn).access !== "denied";
  const administrators = once(() => accountAdministrators(parts, policed));
  const atLarge = once(() => streamAdministrators(duties, grants(), isHeld));
  const gaps = gapsOfStreams(parts);
  return {
    parties,
    holdersOf,
    grants,
    grantsOn: (streamArn) => grants().filter(({ streams }) => streams.has(streamArn)),
    gapsOn: (streamArn) => gaps.get(streamArn) ?? [],
    actors: (action, streamArn) =>
      [...duties.index.holders(action, streamArn)].flatMap(({ principalArn, isSure }) => {
        const party = parties.find(({ arn }) => arn === principalArn);
        return party ? [{ party, isSure }] : [];
      }),
    standingOf: ({ arn }, region) => {
      if (administrators().has(arn)) return "account-administrator";
      return atLarge().get(region)?.has(arn) ? "stream-administrator" : "ordinary";
    },
  };
}

function partiesOf(parts: AccessParts): PolicedParty[] {
  const own = parts.iam.known ? ownParties(parts.iam.value, parts.accountId) : [];
  const all = [...own, ...foreignParties(resourcePoliciesOf(parts), parts)];
  return all.toSorted((one, other) => (one.party.arn < other.party.arn ? -1 : 1));
}

function resourcePoliciesOf(parts: AccessParts) {
  return placedStreams(parts).flatMap((placed) => {
    const { arn, resourcePolicy, consumers } = placed.stream;
    const key = streamKey(placed);
    const ofConsumers = consumers.known ? consumers.value : [];
    return [
      attachedPolicy(arn, resourcePolicy) ?? [],
      ...ofConsumers.map((consumer) => attachedPolicy(consumer.arn, consumer.resourcePolicy) ?? []),
      key.kind === "customer" ? keyPolicy(key.key) : [],
    ].flat();
  });
}

function once<T>(compute: () => T): () => T {
  let value: { readonly computed: T } | undefined;
  return () => (value ??= { computed: compute() }).computed;
}

function remember<T>(compute: (streamArn: string) => T): (streamArn: string) => T {
  const known = new Map<string, T>();
  return (streamArn) => {
    const found = known.get(streamArn) ?? compute(streamArn);
    known.set(streamArn, found);
    return found;
  };
}
