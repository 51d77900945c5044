import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { hasWildcardInName, reachesAnyStream } from "@/lib/kinesis/stream-pattern";
import type { Duty } from "@/lib/model/duty";
import type { Gap } from "@/lib/model/observed";
import { groupBy } from "@/lib/model/group-by";
import type { DutyGrant, GrantStatement, Party } from "@/lib/model/stream-access";

const dutiesAtLarge: readonly Duty[] = ["administer", "produce", "consume"];
/** From how many streams on a name pattern that covers all of them is more than a name. */
const manyStreams = 3;

/**
 * The parties that administer, write and read every stream of a Region through wildcard names. A key that could not be
 * read lets everybody: else one such key would leave open what every stream of the Region says.
 */
export interface AtLarge {
  readonly sure: ReadonlySet<string>;
  /** Those of whom it hangs on what could not be read, the tags of a stream. */
  readonly unsettled: ReadonlyMap<string, readonly Gap[]>;
}

interface Behind {
  readonly isHeld: (party: Party, duty: Duty, streamArn: string) => boolean;
  /** What could not be read, and may take the duty away. */
  readonly gapsOf: (party: Party, duty: Duty, streamArn: string) => readonly Gap[];
}

/** By Region. */
export function streamAdministrators(
  { parts, streams }: DutyIndex,
  grants: readonly DutyGrant[],
  behind: Behind,
): ReadonlyMap<string, AtLarge> {
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
      /** Undefined: it is none. */
      const atLarge = (own: readonly DutyGrant[]): readonly Gap[] | undefined => {
        const gaps: Gap[] = [];
        for (const duty of dutiesAtLarge) {
          const wide = own.filter((grant) => grant.duty === duty && isWide(grant));
          for (const arn of arns) {
            const way = wide.find((grant) => grant.streams.has(arn));
            if (!way || !behind.isHeld(way.party, duty, arn)) return undefined;
            gaps.push(...behind.gapsOf(way.party, duty, arn));
          }
        }
        return gaps;
      };
      const found = arns.length === 0 ? [] : [...byParty].map(([arn, own]) => ({ arn, gaps: atLarge(own) }));
      return [
        region,
        {
          sure: new Set(found.flatMap(({ arn, gaps }) => (gaps?.length === 0 ? arn : []))),
          unsettled: new Map(
            found.flatMap(({ arn, gaps = [] }) => (gaps.length === 0 ? [] : [[arn, gaps] as const])),
          ),
        },
      ];
    }),
  );
}

function isNamePattern({ resources = [] }: GrantStatement): boolean {
  return resources.some(hasWildcardInName);
}
