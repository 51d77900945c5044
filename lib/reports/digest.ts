import type { Report } from "@/lib/model/report";
import { toJson } from "@/lib/reports/json";

export interface DigestLimits {
  readonly findings: number;
  readonly streams: number;
  /** Of the report as JSON. */
  readonly characters: number;
}

/** What a document for people shows of a report, and holds in itself. */
export interface Digest {
  readonly report: Report;
  /** How many the report has that the document leaves out; undefined: it holds the whole report. */
  readonly left?: { readonly findings: number; readonly streams: number };
}

/**
 * A report that a reader can open: the whole where it fits, else its first findings and streams, which are the heaviest, and
 * the policies that they name. Lists that the document does not show are left out then too.
 */
export function digestOf(report: Report, limits: DigestLimits): Digest {
  if (
    report.findings.length <= limits.findings &&
    report.streams.length <= limits.streams &&
    fits(report, limits.characters)
  )
    return { report };
  const findings = report.findings.slice(0, limits.findings);
  const streams = report.streams.slice(0, limits.streams);
  const named = new Set(findings.flatMap(({ cause }) => cause.document?.policyId ?? []));
  return {
    report: {
      ...report,
      findings,
      streams,
      policies: report.policies.filter(({ id }) => named.has(id)).slice(0, limits.findings),
      principals: [],
      keys: [],
      networks: [],
      accountVerdicts: [],
    },
    left: {
      findings: report.findings.length - findings.length,
      streams: report.streams.length - streams.length,
    },
  };
}

/** Stops at the first piece that is too much, so that a report of any size costs no more than one that fits. */
function fits(report: Report, characters: number): boolean {
  let length = 0;
  for (const piece of toJson(report)) if ((length += piece.length) > characters) return false;
  return true;
}
