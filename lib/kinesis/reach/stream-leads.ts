import { once } from "@/lib/kinesis/access/once";
import type { StreamLead, StreamTechnique } from "@/lib/kinesis/reach/stream-technique";
import type { TechniqueWorld } from "@/lib/kinesis/reach/technique";
import { createChannel } from "@/lib/kinesis/reach/techniques/create-channel";
import { openToOneself } from "@/lib/kinesis/reach/techniques/open-to-oneself";
import { tagStream } from "@/lib/kinesis/reach/techniques/tag-stream";
import type { StreamAccess } from "@/lib/model/stream-access";

/** The steps to the records of a stream by changing the stream, its key or what hangs on it. */
export function streamLeads(
  techniques: TechniqueWorld,
  access: () => StreamAccess,
): (streamArn: string) => StreamLead[] {
  const found = once((): readonly StreamTechnique[] => [
    openToOneself(techniques),
    tagStream(techniques, access),
    createChannel(techniques),
  ]);
  return (streamArn) => found().flatMap((technique) => technique(streamArn));
}
