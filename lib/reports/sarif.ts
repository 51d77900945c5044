import { accountsIn } from "@/lib/model/scan-scope";
import { waiverWords } from "@/lib/reports/decision-rows";
import { reportSchema, type Finding, type Report } from "@/lib/model/report";
import type { Gap } from "@/lib/model/observed";
import { causeSchema, type Severity, type Subject } from "@/lib/model/verdict";
import type { CheckEntry, ExportInput } from "@/lib/reports/export-input";
import { subjectArn } from "@/lib/reports/finding-words";
import { countWords, sourceWords } from "@/lib/reports/scope-words";
import { visibleText } from "@/lib/reports/visible-text";

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
};

/** What code scanning sorts by: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const securitySeverities: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
};

/**
 * Findings as a SARIF 2.1.0 log of one run, a result a finding and a line each. Cloud resources are logical locations; beside
 * each stands a path made of its ARN, because some viewers show nothing without an artifact.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function* toSarif({ report, checks }: ExportInput): Generator<string> {
  const indexes = new Map<string, number>(checks.map(({ id }, index) => [id, index]));
  const run = JSON.stringify({
    tool: { driver: driver(report, checks) },
    automationDetails: { id: `weir/${accountsIn(report.scan).join("+")}/${report.scan.set}/` },
    invocations: [invocation(report)],
    columnKind: "utf16CodeUnits",
    properties: runProperties(report),
  });
  yield `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[${run.slice(0, -1)},"results":[`;
  for (const [index, finding] of report.findings.entries())
    yield `${index === 0 ? "" : ","}\n${JSON.stringify(result(report, finding, indexes.get(finding.checkId)))}`;
  yield "\n]}]}\n";
}

function driver({ tool }: Report, checks: readonly CheckEntry[]) {
  return { name: "Weir", version: tool.version, rules: checks.map(rule) };
}

function rule(check: CheckEntry) {
  const [helpUri] = check.sources;
  return {
    id: check.id,
    shortDescription: { text: message(check.title) },
    fullDescription: { text: message(check.rationale) },
    help: { text: message(`${check.remediation} ${check.looksAt}`) },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: levels[check.severity] },
    properties: {
      tags: ["security", "aws", "kinesis", check.set],
      precision: "very-high",
      "security-severity": securitySeverities[check.severity],
      frameworks: check.frameworks,
      sources: check.sources,
    },
  };
}

function invocation({ scan }: Report) {
  return {
    executionSuccessful: true,
    startTimeUtc: scan.startedAt,
    endTimeUtc: scan.finishedAt,
    toolExecutionNotifications: scan.gaps.map(notification),
  };
}

function notification({ action, reason, message: text, resource, region, accountId }: Gap) {
  return {
    level: "warning",
    message: { text: message(text) },
    ...(resource !== undefined && {
      locations: [{ logicalLocations: [{ fullyQualifiedName: resource, kind: "resource" }] }],
    }),
    properties: {
      action,
      reason,
      ...(region !== undefined && { region }),
      ...(accountId !== undefined && { accountId }),
    },
  };
}

function runProperties(report: Report) {
  const { scan, filter, totals, manifest } = report;
  const note = sourceWords(scan);
  return {
    scanId: scan.id,
    accountId: scan.accountId,
    ...(scan.accounts.length > 1 && { accountIds: accountsIn(scan) }),
    regions: scan.regions,
    set: scan.set,
    source: scan.source,
    ...(scan.endpoint !== undefined && { endpoint: scan.endpoint }),
    ...(note !== undefined && { note }),
    shown: countWords(report),
    ...(filter && { filter }),
    coverage: reportSchema.shape.scan.shape.coverage.parse(scan.coverage),
    totals: reportSchema.shape.totals.parse(totals),
    manifest: reportSchema.shape.manifest.parse(manifest),
  };
}

function result(report: Report, finding: Finding, ruleIndex: number | undefined) {
  const { checkId, status, severity, cause, findingId, streams, streamArns } = finding;
  return {
    ruleId: checkId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    // A level other than none belongs to what fails; what could not be judged is open.
    ...(status === "unknown" ? { kind: "open", level: "none" } : { kind: "fail", level: levels[severity] }),
    message: { text: message(cause.label) },
    locations: finding.subjects.map((subject) => location(report, subject)),
    partialFingerprints: { "weirFindingId/v1": findingId },
    ...(status === "waived" && { suppressions: [suppression(finding)] }),
    properties: { status, severity, cause: causeSchema.parse(cause), streams, streamArns },
  };
}

function suppression(finding: Finding) {
  const justification = waiverWords(finding);
  return { kind: "external", status: "accepted", ...(justification !== undefined && { justification }) };
}

function location(report: Report, subject: Subject) {
  const arn = subjectArn(report, subject);
  return {
    physicalLocation: { artifactLocation: { uri: arn.split(/[:/]/).map(pathPart).join("/") } },
    logicalLocations: [{ fullyQualifiedName: arn, kind: "resource" }],
  };
}

/** A part that is empty, as the Region of a role's ARN, or that would climb, is written as a dash. */
function pathPart(part: string): string {
  return /^\.*$/.test(part) ? "-" : encodeURIComponent(visibleText(part));
}

/** Text that is no link and no placeholder: SARIF 2.1.0, 3.11.5 and 3.11.6. */
function message(text: string): string {
  return text.replaceAll(/[[\]\\]/g, String.raw`\$&`).replaceAll(/[{}]/g, "$&$&");
}
