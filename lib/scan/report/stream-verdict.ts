import type { StreamVerdict } from "@/lib/model/report";
import type { Severity } from "@/lib/model/verdict";
import type { CausesOf, ReportCause } from "@/lib/scan/report/report-causes";
import type { VerdictOnStream } from "@/lib/scoring/verdict-on-stream";
import { severityUnder, type Weighting } from "@/lib/scoring/weight";

/** A check on a stream as the report holds it, every severity as it weighs there; it costs the stream nothing yet. */
export function toStreamVerdict(
  { check, severityRange, ...verdict }: VerdictOnStream,
  weighting: Weighting,
  accountId: string,
  causesOf: CausesOf,
): StreamVerdict {
  const weighed = (severity: Severity) => severityUnder(weighting, check, severity);
  const judged = severityRange ? { ...verdict, severityRange } : verdict;
  const onStream = {
    checkId: verdict.checkId,
    status: verdict.status,
    severity: weighed(verdict.severity),
    scope: verdict.scope,
    inherited: verdict.inherited,
    subjects: verdict.subjects,
    evidence: verdict.evidence,
    causes: causesOf(judged, accountId).map((cause) => causeOnStream(cause, weighed(cause.severity))),
    gaps: verdict.gaps,
    reads: verdict.reads,
    points: 0,
    gain: 0,
  };
  if (!severityRange && !verdict.boundTo) return onStream;
  return {
    ...onStream,
    ...(severityRange && {
      severityRange: {
        heaviest: weighed(severityRange.heaviest),
        lightest: weighed(severityRange.lightest),
      },
    }),
    ...(verdict.boundTo && { boundTo: verdict.boundTo }),
  };
}

type Cost = Pick<StreamVerdict, "points" | "gain">;

/** With what it costs the stream. Most cost nothing, and are the same on every stream that they bear on. */
export function costing(verdict: StreamVerdict, share: Cost | undefined): StreamVerdict {
  const { points = 0, gain = 0 } = share ?? {};
  return costs({ points, gain }) ? { ...verdict, points, gain } : verdict;
}

export function costs({ points, gain }: Cost): boolean {
  return points !== 0 || gain !== 0;
}

/** Principals stand in the finding: repeated on every stream that a policy reaches, they would fill the report. */
function causeOnStream({ principals: _principals, ...cause }: ReportCause, severity: Severity): ReportCause {
  return { ...cause, severity };
}
