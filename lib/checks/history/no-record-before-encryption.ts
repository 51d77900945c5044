import { defineRegionCheck } from "@/lib/model/check";
import type { RegionPlace } from "@/lib/model/check";
import type { EncryptionEvent } from "@/lib/model/encryption-event";
import { readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { Judgement, Subject } from "@/lib/model/verdict";
import { eachStream } from "@/lib/checks/each-stream";
import { conclude, notApplicable, unknown } from "@/lib/checks/judgement";
import { streamSubject } from "@/lib/checks/subject";

export const noRecordBeforeEncryption = defineRegionCheck({
  id: "KDS-REST-07",
  set: "extended",
  scope: "stream",
  severity: "low",
  title: "No record from before encryption is left",
  rationale:
    "Encryption begins with the records that are written after it was switched on; those from before stay as they are until their retention ends. Until then the stream is encrypted in name alone.",
  looksAt:
    "The successful calls of StartStreamEncryption and StopStreamEncryption in the event history of 90 days, against the stream's retention.",
  remediation:
    "Wait until the retention has passed since encryption began, or copy what is still needed and shorten the retention.",
  frameworks: {},
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html",
  ],
  reads: ["streams", "encryptionEvents"],
  evaluate: (input) => eachStream(input, (stream) => judge(stream, input)),
});

type Input = RegionPlace & Pick<RegionParts, "encryptionEvents">;

const hourMs = 3_600_000;
/** What the event history keeps. */
const historyMs = 90 * 24 * hourMs;
/** A stream has no records worth the name in its first hour. */
const firstMs = hourMs;

function judge(stream: Stream, input: Input): Judgement {
  const { encryption, retentionHours, createdAt, name } = stream;
  const { encryptionEvents, at } = input;
  const subject = streamSubject(stream);
  if (!encryption.known) return unknown(subject, encryption.gap);
  if (encryption.value.type === "none")
    return notApplicable(subject, "The stream is not encrypted at all, see KDS-REST-01.", [encryption.read]);
  if (!encryptionEvents.known) return unknown(subject, encryptionEvents.gap, [encryption.read]);
  if (!retentionHours.known) return unknown(subject, retentionHours.gap);
  if (!createdAt.known) return unknown(subject, createdAt.gap);
  const now = Date.parse(at);
  const born = Date.parse(createdAt.value);
  const since = Math.max(born, now - retentionHours.value * hourMs);
  const story: Story = {
    subject,
    stream,
    starts: eventsOf(encryptionEvents.value, name, "start"),
    stops: eventsOf(encryptionEvents.value, name, "stop"),
    born,
    since,
    reads: readsOf(encryption, retentionHours, encryptionEvents),
  };
  if (since < now - historyMs) return unknown(subject, tooLong(stream, input), story.reads);
  return tell(story, input);
}

interface Story {
  readonly subject: Subject;
  readonly stream: Stream;
  /** Instants of the successful calls, the latest first. */
  readonly starts: readonly number[];
  readonly stops: readonly number[];
  readonly born: number;
  /** The oldest record that may be left. */
  readonly since: number;
  readonly reads: ReturnType<typeof readsOf>;
}

/**
 * The latest start that began encryption: one that follows a stop, or the first of a stream that is younger than the
 * history. A start with another start before it, and no stop between, only changed the key.
 */
function tell(story: Story, input: Input): Judgement {
  const { subject, stream, starts, stops, born, since, reads } = story;
  const begun = starts.find((start, at) => {
    const before = starts[at + 1];
    return before === undefined || stops.some((stop) => stop > before && stop < start);
  });
  const passes = { subject, causes: [], gaps: [], reads, heaviest: "low" } as const;
  if (begun === undefined || begun < since)
    return conclude({
      ...passes,
      passes: "Encryption was neither switched on nor off while the oldest record was in the stream.",
    });
  const followsStop = stops.some((stop) => stop < begun);
  const isYoung = born >= Date.parse(input.at) - historyMs;
  if (!followsStop && isYoung && begun - born <= firstMs)
    return conclude({
      ...passes,
      passes: "Encryption was switched on within an hour of the stream's making.",
    });
  if (!followsStop && !isYoung) return unknown(subject, eitherWay(stream, begun, input), reads);
  const label = `${stream.name} was encrypted on ${dayOf(begun)}: records from before it are left until ${dayOf(leftUntil(stream, begun))}.`;
  return conclude({
    ...passes,
    causes: [{ kind: "stream", id: stream.arn, label, severity: "low" }],
    passes: "",
  });
}

function eventsOf(
  events: readonly EncryptionEvent[],
  streamName: string,
  kind: EncryptionEvent["kind"],
): number[] {
  return events
    .filter((event) => event.streamName === streamName && event.kind === kind)
    .map(({ at }) => Date.parse(at))
    .toSorted((a, b) => b - a);
}

function leftUntil({ retentionHours }: Stream, begun: number): number {
  return begun + (retentionHours.known ? retentionHours.value : 0) * hourMs;
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function tooLong({ arn, retentionHours }: Stream, { region }: Input): Gap {
  const hours = retentionHours.known ? retentionHours.value : 0;
  const message = `The event history holds 90 days, and the stream keeps its records for ${hours / 24}.`;
  return { action: "cloudtrail:LookupEvents", reason: "not-collected", message, resource: arn, region };
}

function eitherWay(stream: Stream, begun: number, { region }: Input): Gap {
  const message = `StartStreamEncryption was called on ${dayOf(begun)}, and the event history of 90 days does not tell whether it encrypted ${stream.name} or only changed its key. If it encrypted it, records from before are left until ${dayOf(leftUntil(stream, begun))}.`;
  return {
    action: "cloudtrail:LookupEvents",
    reason: "not-collected",
    message,
    resource: stream.arn,
    region,
  };
}
