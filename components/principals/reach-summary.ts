import { countOf, formatCount } from "@/lib/format/count-of";
import { duties, type Duty } from "@/lib/model/duty";
import type { PrincipalReach } from "@/lib/model/principal-reach";

const doing: Readonly<Record<Duty, string>> = {
  administer: "administer",
  share: "share",
  reshard: "reshard",
  produce: "write to",
  consume: "read",
  "manage-key": "manage the key of",
};

/** `Reaches 12 of 14 streams: can administer 3, write to 4, read 12.` */
export function reachSummary(reach: PrincipalReach | undefined, streamsInAll: number): string {
  if (reach?.standing === "account-administrator")
    return `Can do everything in its account: every duty on each of its streams, and everything else.`;
  if (!reach || (reach.streams === 0 && reach.unknownStreams === 0))
    return reach && countBlocked(reach) > 0
      ? "Holds no duty on any stream: what Kinesis lets it do, the keys stop."
      : "Holds no duty on any stream of this scan.";
  const held = duties.flatMap((duty) => {
    const count = reach.duties[duty]?.held ?? 0;
    return count > 0 ? [`${doing[duty]} ${formatCount(count)}`] : [];
  });
  const head = `Reaches ${formatCount(reach.streams)} of ${countOf(streamsInAll, "stream")}`;
  const open =
    reach.unknownStreams > 0
      ? ` May reach ${formatCount(reach.unknownStreams)} more, which could not be told.`
      : "";
  return held.length === 0
    ? `Is not known to reach any stream.${open.replace(" more", "")}`
    : `${head}: can ${held.join(", ")}.${open}`;
}

function countBlocked({ duties: reach }: PrincipalReach): number {
  return duties.reduce((sum, duty) => sum + (reach[duty]?.blocked ?? 0), 0);
}
