import { reportSchema, type Finding, type Report } from "@/lib/model/report";
import type { Severity, Subject } from "@/lib/model/verdict";
import { checksById, type CheckEntry, type ExportInput } from "@/lib/reports/export-input";
import { causeFacts, partitionOf, resourceTypes, subjectArn } from "@/lib/reports/finding-words";
import { countWords, filterWords, sourceWords } from "@/lib/reports/scope-words";

const severityIds: Readonly<Record<Severity, number>> = { low: 2, medium: 3, high: 4, critical: 5 };
const severityNames: Readonly<Record<Severity, string>> = {
  low: "Low",
  medium: "Medium",
  high: "High",
  critical: "Critical",
};

/** Warning: the check did not yield a result due to missing information. */
const complianceStates: Readonly<Record<Finding["status"], { status: string; status_id: number }>> = {
  fail: { status: "Fail", status_id: 3 },
  unknown: { status: "Warning", status_id: 2 },
  waived: { status: "Fail", status_id: 3 },
};

/**
 * Findings as OCSF 1.8.0 Compliance Findings (class 2003, cloud profile): JSON lines, an event a finding.
 *
 * @see https://schema.ocsf.io/1.8.0/classes/compliance_finding
 */
export function* toOcsf({ report, checks }: ExportInput): Generator<string> {
  const byId = checksById(checks);
  const scope = scopeOf(report);
  for (const finding of report.findings)
    yield `${JSON.stringify(event(report, finding, byId.get(finding.checkId), scope))}\n`;
}

function scopeOf(report: Report) {
  const { scan, manifest } = report;
  const [filter, note] = [filterWords(report), sourceWords(scan)];
  return {
    scan_id: scan.id,
    set: scan.set,
    source: scan.source,
    ...(scan.endpoint !== undefined && { endpoint: scan.endpoint }),
    ...(note !== undefined && { note }),
    shown: countWords(report),
    ...(filter !== "" && { filter }),
    manifest: reportSchema.shape.manifest.parse(manifest),
  };
}

function event(
  report: Report,
  finding: Finding,
  check: CheckEntry | undefined,
  scope: ReturnType<typeof scopeOf>,
) {
  const { scan } = report;
  const { severity, status, cause } = finding;
  const [subject] = finding.subjects;
  return {
    activity_id: 1,
    activity_name: "Create",
    category_uid: 2,
    category_name: "Findings",
    class_uid: 2003,
    class_name: "Compliance Finding",
    type_uid: 200_301,
    type_name: "Compliance Finding: Create",
    severity_id: severityIds[severity],
    severity: severityNames[severity],
    ...(status === "waived" ? { status_id: 3, status: "Suppressed" } : { status_id: 1, status: "New" }),
    time: Date.parse(scan.finishedAt),
    start_time: Date.parse(scan.startedAt),
    end_time: Date.parse(scan.finishedAt),
    message: `${scope.note === undefined ? "" : `${scope.note} `}${cause.label}`,
    metadata: metadata(report, finding),
    cloud: {
      provider: "AWS",
      account: { uid: subject?.accountId ?? scan.accountId, type: "AWS Account", type_id: 10 },
      ...(subject?.region !== undefined && { region: subject.region }),
    },
    finding_info: findingInfo(report, finding, check),
    compliance: compliance(finding, check),
    resources: finding.subjects.map((each) => resource(report, each)),
    ...(check && { remediation: { desc: check.remediation, references: check.sources } }),
    unmapped: { ...scope, ...causeFacts(finding), stream_arns: finding.streamArns },
  };
}

function metadata({ tool, scan }: Report, { findingId }: Finding) {
  return {
    version: "1.8.0",
    profiles: ["cloud"],
    product: { name: "Weir", uid: "weir", vendor_name: "Weir", version: tool.version },
    uid: `${scan.id}/${findingId}`,
    original_time: scan.finishedAt,
    ...(scan.source !== "aws" && { labels: [scan.source === "demo" ? "demo" : "emulator"] }),
  };
}

function findingInfo(
  { scan }: Report,
  { findingId, checkId, cause }: Finding,
  check: CheckEntry | undefined,
) {
  return {
    uid: findingId,
    title: check?.title ?? checkId,
    desc: cause.label,
    created_time: Date.parse(scan.finishedAt),
    types: ["Software and Configuration Checks/AWS Security Best Practices"],
  };
}

function compliance({ checkId, status, cause }: Finding, check: CheckEntry | undefined) {
  const frameworks = Object.entries(check?.frameworks ?? {});
  return {
    control: checkId,
    standards: ["Weir Kinesis Data Streams checklist", ...frameworks.map(([name]) => name)],
    requirements: frameworks.flatMap(([name, controls]) => controls.map((control) => `${name} ${control}`)),
    ...complianceStates[status],
    status_detail: cause.label,
  };
}

function resource(report: Report, subject: Subject) {
  return {
    uid: subjectArn(report, subject),
    name: subject.id,
    type: resourceTypes[subject.scope],
    ...(subject.region !== undefined && { region: subject.region }),
    cloud_partition: partitionOf(report, subject),
    owner: { account: { uid: subject.accountId } },
  };
}
