import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { hasWildcardInName, reachesAnyStream } from "@/lib/kinesis/stream-pattern";
import type { Duty } from "@/lib/model/duty";
import { groupBy } from "@/lib/model/group-by";
import type { DutyGrant, GrantStatement, Party } from "@/lib/model/stream-access";

const dutiesAtLarge: readonly Duty[] = ["administer", "produce", "consume"];
/** From how many streams on a name pattern that covers all of them is more than a name. */
const manyStreams = 3;

/**
 * The parties that administer, write and read every stream of a Region through wildcard names, by Region.
 */
export function streamAdministrators(
  { parts, streams }: DutyIndex,
  grants: readonly DutyGrant[],
  isHeld: (party: Party, duty: Duty, streamArn: string) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  const byParty = groupBy(
    grants.filter(({ duty }) => dutiesAtLarge.includes(duty)),
    ({ party }) => party.arn,
  );
  return new Map(
    parts.regions.map(({ region }) => {
      const arns = [...streams.values()]
        .filter(({ stream }) => stream.region === region)
        .map(({ stream }) => stream.arn);
      const place = { accountId: parts.accountId, partition: parts.partition, region };
      const isWide = ({ statement, streams: reached }: DutyGrant) =>
        statement === undefined
          ? false
          : reachesAnyStream(statement, place) ||
            (arns.length >= manyStreams && isNamePattern(statement) && arns.every(reached.has));
      const isAtLarge = (own: readonly DutyGrant[]) =>
        dutiesAtLarge.every((duty) => {
          const wide = own.filter((grant) => grant.duty === duty && isWide(grant));
          return arns.every((arn) =>
            wide.some(({ party, streams: reached }) => reached.has(arn) && isHeld(party, duty, arn)),
          );
        });
      const found = arns.length === 0 ? [] : [...byParty].filter(([, own]) => isAtLarge(own));
      return [region, new Set(found.map(([partyArn]) => partyArn))];
    }),
  );
}

function isNamePattern({ resources = [] }: GrantStatement): boolean {
  return resources.some(hasWildcardInName);
}
