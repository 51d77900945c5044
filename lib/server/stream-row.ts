import type { ReportStream } from "@/lib/model/report";
import { verdictStatuses, type VerdictStatus } from "@/lib/model/verdict";

/** A stream as a list shows it: its verdicts counted, not told. */
export function toStreamRow({ verdicts, ...stream }: ReportStream) {
  return { ...stream, verdictsByStatus: countByStatus(verdicts) };
}

/** How many verdicts there are of each status, zeros included. */
function countByStatus(
  verdicts: readonly { readonly status: VerdictStatus }[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    verdictStatuses.map((status) => [status, verdicts.filter((verdict) => verdict.status === status).length]),
  );
}
