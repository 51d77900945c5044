import { placeWords } from "@/lib/format/account-words";
import type { ReportStream } from "@/lib/model/report";

/** Where a stream is: its Region, and its account where the streams beside it are of several. */
export function placesAmong(streams: readonly ReportStream[]): (stream: ReportStream) => string {
  const isMixed = new Set(streams.map(({ accountId }) => accountId)).size > 1;
  return ({ region, accountId }) => (isMixed ? placeWords({ region, accountId }) : region);
}
