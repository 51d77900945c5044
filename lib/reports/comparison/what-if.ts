import type { WhatIf } from "@/lib/model/comparison";
import type { Report } from "@/lib/model/report";
import { compareScans } from "@/lib/reports/comparison/compare-scans";
import { dutyRows } from "@/lib/reports/comparison/duty-changes";

/** What would be otherwise: two reports of one scan by the same rules and settings, of which one was changed in memory. */
export function whatIf(before: Report, after: Report): WhatIf {
  const { overall, findings, streams, duties } = compareScans({ before, after, rejudged: before });
  const earlier = new Map(before.streams.map((stream) => [stream.arn, stream]));
  return {
    overall,
    findings,
    streams,
    duties,
    verdicts: { before: before.totals.byStatus, after: after.totals.byStatus },
    matrix: after.streams.flatMap((stream) => {
      const old = earlier.get(stream.arn);
      return old ? dutyRows(old, stream) : [];
    }),
  };
}
