import { streamNameOf } from "@/lib/format/stream-segment";
import type { Report, ReportStream } from "@/lib/model/report";

/** What tells a stream from all others, as it stands in addresses. */
export interface StreamPlace {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
}

export function findStream({ streams }: Report, place: StreamPlace): ReportStream | undefined {
  return streams.find(
    ({ accountId, region, name }) =>
      accountId === place.accountId && region === place.region && name === place.name,
  );
}

/** The stream that the parts of a path stand for, decoded. */
export function placeOfSegments({ accountId, region, name }: StreamPlace): StreamPlace {
  return { accountId, region, name: streamNameOf(name) };
}
