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
import type { PlacedStream } from "@/lib/kinesis/access/account-parts";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { streamKey } from "@/lib/kinesis/access/key-of-placed-stream";
import type { Duty } from "@/lib/model/duty";

/** One action on one resource that a duty on a stream may rest on. */
export interface Asked {
  readonly action: string;
  readonly resourceArn: string;
}

type Ways = readonly (readonly Asked[])[];

interface Around {
  readonly duties: DutyIndex;
  readonly placed: PlacedStream;
  readonly streamArn: string;
}

/** The ways to hold a duty on a stream: each a list of which everything has to be allowed. */
export function waysToHold(duties: DutyIndex, duty: Duty, streamArn: string): Ways {
  const placed = duties.streams.get(streamArn);
  return placed ? waysByDuty[duty]({ duties, placed, streamArn }) : [];
}

const waysByDuty: Readonly<Record<Duty, (around: Around) => Ways>> = {
  administer: ({ placed, streamArn }) => [
    ...on([...streamActions.administer, ...encryptionActions], [streamArn]),
    ...on(channelActions, channelsOf(placed)),
  ],
  share: ({ duties, placed, streamArn }) => [
    ...on(streamActions.share, [streamArn, ...consumersOf(placed)]),
    byNewChannel(duties, streamArn, placed.place.region),
  ],
  reshard: ({ streamArn }) => on(streamActions.reshard, [streamArn]),
  produce: ({ streamArn }) => on(streamActions.produce, [streamArn]),
  consume: ({ placed, streamArn }) => [
    readingByShard.map((action) => ({ action, resourceArn: streamArn })),
    ...on([readingByConsumer], consumersOf(placed)),
  ],
  "manage-key": ({ placed }) => {
    const key = streamKey(placed);
    return key.kind === "customer" ? on(keyActions.manage, [key.key.arn]) : [];
  },
};

function on(actions: readonly string[], arns: readonly string[]): Asked[][] {
  return actions.flatMap((action) => arns.map((resourceArn) => [{ action, resourceArn }]));
}

function consumersOf({ stream: { consumers } }: PlacedStream): string[] {
  return consumers.known ? consumers.value.map(({ arn }) => arn) : [];
}

function channelsOf({ stream, place: { channels } }: PlacedStream): string[] {
  const listed = channels.known ? channels.value : [];
  return listed.filter(({ streamArns }) => streamArns.includes(stream.arn)).map(({ arn }) => arn);
}

function byNewChannel({ parts }: DutyIndex, streamArn: string, region: string): Asked[] {
  const channel = newChannelArn(parts, region);
  return [
    { action: sharingByChannel.create, resourceArn: channel },
    { action: sharingByChannel.associate, resourceArn: channel },
    { action: sharingByChannel.associate, resourceArn: streamArn },
  ];
}
