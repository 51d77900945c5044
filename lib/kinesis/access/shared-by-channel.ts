import { hasPlace } from "@/lib/iam/access-index/resource-set";
import { nothing } from "@/lib/iam/access-index/set-pair";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import { newChannelArn } from "@/lib/kinesis/access/access-resources";
import { sharingByChannel } from "@/lib/kinesis/access/duty-actions";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { placesSet } from "@/lib/kinesis/access/places-set";

/** What somebody, or one of its documents, is allowed by an action. */
export type AccessOfAction = (action: string) => SetPair;

/** A new channel carries a stream's records away: it has to be made, and the stream to be put to it. */
export function sharedByChannel(
  accessOf: AccessOfAction,
  { placeOf, parts }: DutyIndex,
  algebra: SetAlgebra,
): SetPair {
  const create = accessOf(sharingByChannel.create);
  const associate = accessOf(sharingByChannel.associate);
  if (create === nothing || associate === nothing) return nothing;
  const shared = parts.regions.map(({ region, streams: listed }) => {
    const probe = placeOf(newChannelArn(parts, region));
    const inRegion = listed.known ? listed.value.map((stream) => placeOf(stream.arn)) : [];
    const here = algebra.intersect(placesSet(inRegion), associate);
    const isPossible = [create, associate].every(({ may }) => hasPlace(may, probe));
    const isSure = [create, associate].every(({ must }) => hasPlace(must, probe));
    if (!isPossible) return nothing;
    return isSure ? here : algebra.intersect(here, algebra.open);
  });
  return algebra.unite(shared);
}
