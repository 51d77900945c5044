import { hasPlace } from "@/lib/iam/access-index/resource-set";
import { setsByWord } from "@/lib/iam/access-index/sets-by-word";
import type { AccessWorld } from "@/lib/kinesis/access/access-world";
import { gapsOfStreams } from "@/lib/kinesis/access/access-gaps";
import { documentDuties } from "@/lib/kinesis/access/document-duties";
import { dutyGrants } from "@/lib/kinesis/access/duty-grants";
import type { PlacedGrant } from "@/lib/kinesis/access/duty-grants";
import { dutiesUnder } from "@/lib/kinesis/access/duties-under";
import { buildDutyIndex } from "@/lib/kinesis/access/duty-index";
import { LazyHeldDuty } from "@/lib/kinesis/access/held-duty";
import { once } from "@/lib/kinesis/access/once";
import { viaFrom } from "@/lib/kinesis/access/via-of";
import { gapsOf } from "@/lib/model/observed";
import { type AtLarge, streamAdministrators } from "@/lib/kinesis/access/stream-administrators";
import { duties as allDuties } from "@/lib/model/duty";
import type { Duty } from "@/lib/model/duty";
import type { HeldDuty, Party, StreamAccess } from "@/lib/model/stream-access";

/**
 * Works out who can do what to each stream of an account. Everything is found for all streams at once, as sets; why a
 * cell is so, and through which statements, when somebody asks.
 */
export function buildStreamAccess(
  world: AccessWorld,
  shadowAdministrators: () => ReadonlySet<string>,
): StreamAccess {
  const { parts, duties, mapped, rowOf, keyHalfOf, administrators } = world;
  const parties = world.policed.map(({ party }) => party);
  const rows = parties.map((party) => ({ party, row: rowOf(party) }));
  const holding = rows.filter(({ row }) => allDuties.some((duty) => row[duty].may.words.length > 0));

  const grants = once((): PlacedGrant[] =>
    holding.flatMap(({ party }) => Array.from(dutyGrants({ duties, rowOf, mapped }, party))),
  );
  const viaOf = viaFrom(duties, grants);
  const held = once(() =>
    setsByWord(
      holding.flatMap(({ party, row }) => allDuties.map((duty) => Object.assign({ party, duty }, row[duty]))),
      ({ may }) => may,
    ),
  );
  const holdersOf = remember((streamArn): HeldDuty[] => {
    const place = duties.placeOf(streamArn);
    return held()(place).map(({ party, duty, must }) => {
      const isSure = hasPlace(must, place);
      const key = keyHalfOf(party, duty, streamArn);
      return new LazyHeldDuty(duties, viaOf, { party, duty, streamArn, isSure, key });
    });
  });
  const grantsAt = once(() => setsByWord(grants(), ({ streams }) => streams.places));
  const actorsAt = remember((action) =>
    setsByWord(
      parties.map((party) => ({ party, ...duties.index.access(party.arn, action) })),
      ({ may }) => may,
    ),
  );
  const holders = holding.map(({ party }) => party);
  const byDocument = once(() => documentDuties(world, holders));
  const atLarge = once(() => atLargeIn(world, grants()));
  const standingGaps = remember((region) => [...(atLarge().get(region)?.unsettled.values() ?? [])].flat());
  const gaps = gapsOfStreams(parts);
  const regionOf = (arn: string) => duties.streams.get(arn)?.place.region ?? "";
  return {
    regions: parts.regions,
    enabledRegions: parts.enabledRegions,
    parties,
    holdersOf,
    grants,
    documentDuties: byDocument,
    grantsOn: (streamArn) => grantsAt()(duties.placeOf(streamArn)),
    gapsOn: (arn) => [...(gaps.get(arn) ?? []), ...standingGaps(regionOf(arn))],
    standingGaps,
    actors: (action, arn) => {
      const place = duties.placeOf(arn);
      return actorsAt(action)(place).map(({ party, must }) => ({ party, isSure: hasPlace(must, place) }));
    },
    heldUnder: (context) => dutiesUnder(buildDutyIndex(parts, world.policed, context), parties),
    standingOf: standings({ administrators, atLarge, shadowAdministrators }),
  };
}

interface Standings {
  readonly administrators: () => ReadonlySet<string>;
  /** By Region. */
  readonly atLarge: () => ReadonlyMap<string, AtLarge>;
  readonly shadowAdministrators: () => ReadonlySet<string>;
}

/** What makes the least work is asked first. */
function standings(found: Standings): StreamAccess["standingOf"] {
  return ({ arn }, region) => {
    if (found.administrators().has(arn)) return "account-administrator";
    const atLarge = found.atLarge().get(region);
    if (atLarge?.sure.has(arn)) return "stream-administrator";
    if (atLarge?.unsettled.has(arn)) return "unsettled";
    return found.shadowAdministrators().has(arn) ? "shadow-administrator" : "ordinary";
  };
}

/** Tags that were not read leave open what may hang on them. */
function atLargeIn({ duties, rowOf, keyHalfOf }: AccessWorld, grants: readonly PlacedGrant[]) {
  const isHeld = (party: Party, duty: Duty, streamArn: string) =>
    keyHalfOf(party, duty, streamArn).access !== "denied";
  const gapsBehind = (party: Party, duty: Duty, streamArn: string) => {
    const { tags } = duties.streams.get(streamArn)?.stream ?? {};
    const isSure = hasPlace(rowOf(party)[duty].must, duties.placeOf(streamArn));
    return tags && !isSure ? gapsOf(tags) : [];
  };
  return streamAdministrators(duties, grants, { isHeld, gapsOf: gapsBehind });
}

function remember<T>(compute: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const found = known.get(name) ?? compute(name);
    known.set(name, found);
    return found;
  };
}
