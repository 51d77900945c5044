import { defineRegionCheck } from "@/lib/model/check";
import type { RegionPlace } from "@/lib/model/check";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { Gap, Observed } from "@/lib/model/observed";
import type { AccountParts, RegionParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { eachStream } from "@/lib/checks/each-stream";
import { enumerate, inWords } from "@/lib/checks/enumerate";
import { framework } from "@/lib/checks/frameworks";
import { conclude } from "@/lib/checks/judgement";
import {
  channelCarrier,
  deliveryCarrier,
  judgePlace,
  pipeCarrier,
} from "@/lib/checks/sharing/known-destinations";
import type { Carrier } from "@/lib/checks/sharing/known-destinations";
import { streamSubject } from "@/lib/checks/subject";

export const recordsLeaveToKnownPlaces = defineRegionCheck({
  id: "KDS-SHR-03",
  set: "extended",
  scope: "stream",
  severity: "high",
  title: "Records leave the stream only to known places",
  rationale:
    "A channel, a delivery stream or a pipe copies every record on, day and night, and needs no reader to log in. Where the copy goes to somebody else, no policy of the stream protects it any more.",
  looksAt:
    "The channels, Firehose delivery streams and EventBridge pipes that read the stream, and the accounts and hosts that they deliver to.",
  remediation:
    "Delete what copies the records to a place that nobody knows. If the place is yours, declare its account, its bucket or its host in the settings.",
  frameworks: {
    [framework.nist]: ["AC-3", "AC-4"],
    [framework.wellArchitected]: ["SEC03-BP07"],
  },
  sources: [
    "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeChannel.html",
    "https://docs.aws.amazon.com/firehose/latest/APIReference/API_DescribeDeliveryStream.html",
    "https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_DescribePipe.html",
  ],
  settings: ["knownAccountIds", "knownDestinations"],
  reads: [
    "streams",
    "channels",
    "deliveryStreams",
    "pipes",
    "eventSourceMappings",
    "organization",
    "organizationAccountIds",
  ],
  evaluate: (input) => eachStream(input, (stream) => judge(stream, input)),
});

type Input = RegionPlace<"knownAccountIds" | "knownDestinations"> &
  Pick<RegionParts, "channels" | "deliveryStreams" | "pipes" | "eventSourceMappings"> &
  Pick<AccountParts, "organization" | "organizationAccountIds">;

function judge(stream: Stream, input: Input): Judgement {
  const { channels, deliveryStreams, pipes, organization, organizationAccountIds } = input;
  const { carriers, gaps } = carriersOf(stream.arn, input);
  const faults = carriers.flatMap((carrier) =>
    carrier.places.map((place) => ({ carrier, fault: judgePlace(place, carrier, input) })),
  );
  const causes = carriers.flatMap((carrier) => {
    const strangers = faults.flatMap(({ carrier: of, fault }) =>
      of === carrier && fault && "stranger" in fault ? [fault.stranger] : [],
    );
    return strangers.length > 0 ? [toCause(carrier, strangers)] : [];
  });
  return conclude({
    subject: streamSubject(stream),
    causes,
    gaps: distinctGaps([
      ...gapsOf(channels, deliveryStreams, pipes),
      ...gaps,
      ...carriers.flatMap((carrier) => carrier.gaps),
      ...faults.flatMap(({ fault }) => (fault && "gap" in fault ? [fault.gap] : [])),
    ]),
    reads: readsOf(channels, deliveryStreams, pipes, organization, organizationAccountIds),
    passes:
      carriers.length === 0
        ? "None: no channel, delivery stream or pipe reads the stream."
        : `${enumerate(carriers.map(({ name }) => name))} ${carriers.length === 1 ? "delivers" : "deliver"} to known places.`,
    note: readersByMapping(stream, input),
    heaviest: "high",
  });
}

function carriersOf(streamArn: string, { channels, deliveryStreams, pipes }: Input) {
  const reading = listed(deliveryStreams).filter(({ streamArn: from }) => !from.known || isOf(from.value));
  function isOf(arn: string): boolean {
    return arn === streamArn;
  }
  // One that does not say which stream it reads may read this one.
  const carriers: Carrier[] = [
    ...listed(channels)
      .filter(({ streamArns }) => streamArns.some(isOf))
      .map(channelCarrier),
    ...reading.filter(({ streamArn: from }) => from.known).map(deliveryCarrier),
    ...listed(pipes)
      .filter((pipe) => isOf(pipe.streamArn))
      .map(pipeCarrier),
  ];
  const gaps: Gap[] = reading.flatMap(({ streamArn: from }) => gapsOf(from));
  return { carriers, gaps };
}

/** Functions are inventory, no places: what they do with the records, their code says. */
function readersByMapping({ arn }: Stream, { eventSourceMappings }: Input): string {
  const names = listed(eventSourceMappings)
    .filter(({ sourceArn }) => sourceArn === arn || sourceArn.startsWith(`${arn}/consumer/`))
    .map(({ functionArn }) => functionArn.replace(/^.*:function:/, ""));
  return names.length === 0 ? "" : `Read by Lambda for ${enumerate([...new Set(names)])}.`;
}

function toCause({ id, name }: Carrier, strangers: readonly string[]): Cause {
  const label = `The ${name} delivers to ${inWords([...new Set(strangers)])}.`;
  return { kind: "setting", id, label, severity: "high" };
}

function listed<Item>(observed: Observed<readonly Item[]>): readonly Item[] {
  return observed.known ? observed.value : [];
}
