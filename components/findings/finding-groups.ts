import type { Finding } from "@/lib/model/report";

export interface FindingGroup {
  readonly checkId: string;
  readonly findings: readonly Finding[];
}

/** Findings by check, in the order in which the first of each comes. */
export function groupByCheck(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.checkId);
    if (group) group.push(finding);
    else groups.set(finding.checkId, [finding]);
  }
  return [...groups].map(([checkId, own]) => ({ checkId, findings: own }));
}
