import "server-only";
import { type Earlier, type EarlierStream, hasGap, ofEarlier } from "@/lib/model/earlier";
import type { Report, ReportKey, ReportStream } from "@/lib/model/report";
import { loadEarlierReport } from "@/lib/server/earlier-report";

/** A stream as the scan before found it, where something of it could not be read now. */
export async function loadEarlierStream(
  report: Report,
  stream: ReportStream,
): Promise<Earlier<EarlierStream> | undefined> {
  if (!hasGap(stream.facts)) return undefined;
  const earlier = await loadEarlierReport(report, stream);
  return ofEarlier(earlier, ({ streams, keys }) => {
    const was = streams.find(({ arn }) => arn === stream.arn);
    return was && isSameStream(stream, was) ? { facts: was.facts, keys } : undefined;
  });
}

/** A stream that was deleted and made anew has the name of the old one, and nothing else of it. */
function isSameStream({ facts: now }: ReportStream, { facts: was }: ReportStream): boolean {
  return !now.createdAt.known || !was.createdAt.known || now.createdAt.value === was.createdAt.value;
}

/** A key as the scan before found it, where something of it could not be read now. */
export async function loadEarlierKey(
  report: Report,
  key: ReportKey,
): Promise<Earlier<ReportKey> | undefined> {
  if (!hasGap(key)) return undefined;
  // A shared key belongs to another account than the one that was scanned.
  const stream = report.streams.find(({ arn }) => arn === key.streamArns[0]);
  const earlier = stream && (await loadEarlierReport(report, stream));
  return ofEarlier(earlier, ({ keys }) => keys.find(({ arn }) => arn === key.arn));
}
