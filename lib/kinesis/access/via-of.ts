import { waysToHold } from "@/lib/kinesis/access/deciding-actions";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { grantsBehind, isWithin } from "@/lib/kinesis/access/grants-behind";
import type { ViaOf } from "@/lib/kinesis/access/held-duty";
import type { GrantPointer } from "@/lib/model/duty";
import { groupBy } from "@/lib/model/group-by";
import type { DutyGrant } from "@/lib/model/stream-access";

/**
 * The statements behind a cell, from the grants of all cells: each statement is placed once, and not again for each of the
 * streams that it reaches.
 */
export function viaFrom(duties: DutyIndex, grants: () => readonly DutyGrant[]): ViaOf {
  let byHolder: Map<string, DutyGrant[]> | undefined;
  return ({ party, duty, streamArn }) => {
    // Sharing by a new channel rests on statements about the channel, and managing a key on the key's own policy.
    if (duty === "share" || duty === "manage-key") {
      const ways = waysToHold(duties, duty, streamArn);
      const open = ways.filter((way) => way.every((asked) => isWithin(duties, party, asked, "may")));
      return grantsBehind(duties, party, open.flat(), "may");
    }
    byHolder ??= groupBy(grants(), (grant) => `${grant.party.arn} ${grant.duty}`);
    const own = byHolder.get(`${party.arn} ${duty}`) ?? [];
    return own.filter(({ streams }) => streams.has(streamArn)).map(toPointer);
  };
}

function toPointer({ policyId, index, sid }: DutyGrant): GrantPointer {
  return { policy: policyId, ...(index !== undefined && { index }), ...(sid !== undefined && { sid }) };
}
