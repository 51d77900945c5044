import type { ReportStream, StreamVerdict } from "@/lib/model/report";
import type { Severity } from "@/lib/model/verdict";
import type { CausesOf, ReportCause } from "@/lib/scan/report/report-causes";
import type { CheckShare } from "@/lib/scoring/score-stream";
import type { VerdictOnStream } from "@/lib/scoring/verdict-on-stream";
import { severityUnder } from "@/lib/scoring/weight";

/** A check on a stream as the report holds it, every severity as it weighs in the stream's environment. */
export function toStreamVerdict(
  { check, severityRange, ...verdict }: VerdictOnStream,
  share: CheckShare | undefined,
  { environment, accountId }: Pick<ReportStream, "environment" | "accountId">,
  causesOf: CausesOf,
): StreamVerdict {
  const weighting = environment.name === "non-production" ? "lowered" : "listed";
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
    points: share?.points ?? 0,
    gain: share?.gain ?? 0,
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

/** Principals stand in the finding: repeated on every stream that a policy reaches, they would fill the report. */
function causeOnStream({ principals: _principals, ...cause }: ReportCause, severity: Severity): ReportCause {
  return { ...cause, severity };
}
