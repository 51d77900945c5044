import "server-only";
import { ageOf, type FindingAge } from "@/lib/model/history";
import type { Finding, Report, ReportStream } from "@/lib/model/report";
import type { CheckSet } from "@/lib/model/scan";
import { loadHistory } from "@/lib/server/history";
import { loadPolicyView } from "@/lib/server/policies";
import { loadLatestReport, loadReport } from "@/lib/server/reports";

/** What a finding opens to. */
export interface OpenFinding {
  /** That it weighs on. */
  readonly streams: readonly ReportStream[];
  readonly documents: readonly NonNullable<ReturnType<typeof loadPolicyView>>[];
  readonly age: FindingAge | undefined;
}

export async function openFinding(report: Report, finding: Finding): Promise<OpenFinding> {
  const affected = new Set(finding.streamArns);
  const { document } = finding.cause;
  const view = document && loadPolicyView(report, document.policyId);
  return {
    streams: report.streams.filter(({ arn }) => affected.has(arn)),
    documents: view ? [view] : [],
    age: ageOf(finding, await loadHistory(report.scan, report.scan.set)),
  };
}

export type FindingView =
  | {
      readonly kind: "found";
      readonly report: Report;
      readonly finding: Finding;
      /** Whether the newest scan shows it so. */
      readonly isNewest: boolean;
    }
  | {
      readonly kind: "past";
      /** The newest scan, which does not show it. */
      readonly newest: Report;
      readonly lastSeen: { readonly scanId: string; readonly at: string };
    };

/**
 * A finding as the newest scan shows it, or the scan that is named. Undefined where none that is kept does; of what
 * could not be read, the newest alone can tell.
 */
export async function loadFinding(
  findingId: string,
  { scanId, set }: { readonly scanId: string | undefined; readonly set: CheckSet | undefined },
): Promise<FindingView | undefined> {
  const newest = await loadLatestReport(set);
  const report = scanId === undefined ? newest : await loadReport(scanId, set);
  const finding = report?.findings.find((each) => each.findingId === findingId);
  if (report && finding)
    return { kind: "found", report, finding, isNewest: report.scan.id === newest?.scan.id };
  if (!newest) return undefined;
  const points = await loadHistory(newest.scan, newest.scan.set);
  const last = points.findLast(({ failing }) => failing.includes(findingId));
  return last && { kind: "past", newest, lastSeen: last };
}
