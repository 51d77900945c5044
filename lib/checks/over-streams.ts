import type { MixSubject } from "@/lib/checks/duties-kept-apart";
import { unknown } from "@/lib/checks/judgement";
import { regionSubject, streamSubject } from "@/lib/checks/subject";
import type { RegionPlace } from "@/lib/model/check";
import { readsOf } from "@/lib/model/observed";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { Judgement } from "@/lib/model/verdict";

/** Judges all streams of the Region together; streams that could not be listed are one unknown verdict. */
export function overStreams(
  input: RegionPlace & Pick<RegionParts, "streams">,
  judgeAll: (subjects: readonly MixSubject[]) => Judgement[],
  settle: (stream: Stream) => Judgement | undefined = () => undefined,
): Judgement[] {
  const { streams } = input;
  if (!streams.known) return [unknown(regionSubject(input, "stream"), streams.gap)];
  return judgeAll(
    streams.value.map(
      (stream) =>
        settle(stream) ?? {
          subject: streamSubject(stream),
          name: stream.name,
          streams: [stream],
          reads: readsOf(streams, stream.resourcePolicy, stream.consumers),
        },
    ),
  );
}
