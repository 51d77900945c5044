import type { RegionPlace } from "@/lib/model/check";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Judgement, Subject } from "@/lib/model/verdict";
import { unknown } from "@/lib/checks/judgement";
import { keyOfStream } from "@/lib/kinesis/key-of-stream";
import type { UsableKey } from "@/lib/kinesis/key-of-stream";
import { keySubjectOf } from "@/lib/kinesis/key-subject";
import { regionSubject } from "@/lib/checks/subject";

/**
 * Judges each key that a stream of the Region is encrypted with, once. A stream that is not encrypted
 * has no key to judge; one whose key is not known is an unknown verdict of its own.
 */
export function* eachKey<Judged>(
  input: RegionPlace & Pick<RegionParts, "streams" | "aliases" | "keys">,
  judge: (key: UsableKey, subject: Subject) => Judged,
): Iterable<Judged | Judgement> {
  const { streams } = input;
  if (!streams.known) {
    yield unknown(regionSubject(input, "key"), streams.gap);
    return;
  }
  const judged = new Set<string>();
  for (const stream of streams.value) {
    const subject = keySubjectOf(stream, input);
    const key = keyOfStream(stream, input);
    if (!subject || key.kind === "not-encrypted" || judged.has(subject.id)) continue;
    judged.add(subject.id);
    yield key.kind === "unreadable" ? unknown(subject, key.gap, key.reads) : judge(key, subject);
  }
}
