import type { CheckedVerdict } from "@/lib/checks/checked-verdict";
import type { Finding, ReportPolicy, ReportTotals } from "@/lib/model/report";
import type { Severity, VerdictStatus } from "@/lib/model/verdict";

interface Counted {
  readonly streams: number;
  readonly verdicts: readonly CheckedVerdict[];
  readonly findings: readonly Finding[];
  readonly policies: readonly ReportPolicy[];
}

export function countTotals({ streams, verdicts, findings, policies }: Counted): ReportTotals {
  const having = (status: VerdictStatus) => count(verdicts, (verdict) => verdict.status === status);
  const failing = (severity: Severity) =>
    count(findings, (finding) => finding.status === "fail" && finding.severity === severity);
  return {
    streams,
    byStatus: {
      pass: having("pass"),
      fail: having("fail"),
      unknown: having("unknown"),
      "not-applicable": having("not-applicable"),
      manual: having("manual"),
      waived: having("waived"),
    },
    bySeverity: {
      critical: failing("critical"),
      high: failing("high"),
      medium: failing("medium"),
      low: failing("low"),
    },
    findings: findings.length,
    unreadableDocuments: count(policies, ({ problem }) => problem !== undefined),
  };
}

function count<T>(list: readonly T[], matches: (item: T) => boolean): number {
  return list.reduce((total, item) => total + (matches(item) ? 1 : 0), 0);
}
