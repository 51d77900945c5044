import type { RegionPlace } from "@/lib/model/check";
import type { Observed } from "@/lib/model/observed";
import type { Stream } from "@/lib/model/stream";
import type { Judgement } from "@/lib/model/verdict";
import { unknown } from "@/lib/checks/judgement";
import { regionSubject } from "@/lib/checks/subject";

/** Judges every stream of the Region; streams that could not be listed are one unknown verdict on the Region. */
export function* eachStream(
  input: RegionPlace & { readonly streams: Observed<readonly Stream[]> },
  judge: (stream: Stream) => Judgement,
): Iterable<Judgement> {
  const { streams } = input;
  if (!streams.known) yield unknown(regionSubject(input, "stream"), streams.gap);
  else for (const stream of streams.value) yield judge(stream);
}
