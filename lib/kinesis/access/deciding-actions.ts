import {
  channelActions,
  encryptionActions,
  keyActions,
  readingByConsumer,
  readingByShard,
  sharingByChannel,
  streamActions,
} from "@/lib/kinesis/access/duty-actions";
import { newChannelArn } from "@/lib/kinesis/access/access-resources";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { streamKey } from "@/lib/kinesis/access/key-of-placed-stream";
import type { Duty } from "@/lib/model/duty";

/** One action on one resource that a duty on a stream may rest on. */
export interface Asked {
  readonly action: string;
  readonly resourceArn: string;
}

/**
 * The ways to hold a duty on a stream: each a list of which everything has to be allowed.
 */
export function waysToHold(duties: DutyIndex, duty: Duty, streamArn: string): readonly (readonly Asked[])[] {
  const placed = duties.streams.get(streamArn);
  if (!placed) return [];
  const { stream, place } = placed;
  const consumers = stream.consumers.known ? stream.consumers.value.map(({ arn }) => arn) : [];
  const channels = place.channels.known
    ? place.channels.value.filter(({ streamArns }) => streamArns.includes(streamArn)).map(({ arn }) => arn)
    : [];
  const on = (actions: readonly string[], arns: readonly string[]): Asked[][] =>
    actions.flatMap((action) => arns.map((resourceArn) => [{ action, resourceArn }]));
  switch (duty) {
    case "administer":
      return [
        ...on([...streamActions.administer, ...encryptionActions], [streamArn]),
        ...on(channelActions, channels),
      ];
    case "share":
      return [
        ...on(streamActions.share, [streamArn, ...consumers]),
        byNewChannel(duties, streamArn, place.region),
      ];
    case "reshard":
      return on(streamActions.reshard, [streamArn]);
    case "produce":
      return on(streamActions.produce, [streamArn]);
    case "consume":
      return [
        readingByShard.map((action) => ({ action, resourceArn: streamArn })),
        ...on([readingByConsumer], consumers),
      ];
    case "manage-key": {
      const key = streamKey(placed);
      return key.kind === "customer" ? on(keyActions.manage, [key.key.arn]) : [];
    }
  }
}

function byNewChannel({ parts }: DutyIndex, streamArn: string, region: string): Asked[] {
  const channel = newChannelArn(parts, region);
  return [
    { action: sharingByChannel.create, resourceArn: channel },
    { action: sharingByChannel.associate, resourceArn: channel },
    { action: sharingByChannel.associate, resourceArn: streamArn },
  ];
}
