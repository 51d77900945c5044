import type { Report } from "@/lib/model/report";
import { severities, type Severity } from "@/lib/model/verdict";

export const exitCodes = { done: 0, failed: 1, couldNotRun: 2, unknown: 3 } as const;

export interface ExitOptions {
  readonly failOn: Severity | "never";
  readonly failOnUnknown: boolean;
}

/** What an audit ends with: something proven goes before something not known. */
export function exitCodeOf(report: Report, { failOn, failOnUnknown }: ExitOptions): number {
  if (failOn !== "never" && report.findings.some((finding) => isAtOrAbove(finding, failOn)))
    return exitCodes.failed;
  return failOnUnknown && isPartlyUnknown(report) ? exitCodes.unknown : exitCodes.done;
}

function isAtOrAbove({ status, severity }: Report["findings"][number], threshold: Severity): boolean {
  return status === "fail" && severities.indexOf(severity) <= severities.indexOf(threshold);
}

function isPartlyUnknown({ scan, findings }: Report): boolean {
  return (
    scan.gaps.length > 0 || scan.coverage.unknown > 0 || findings.some(({ status }) => status === "unknown")
  );
}
