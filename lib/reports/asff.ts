import { reportSchema, type Finding, type Report, type ReportStream } from "@/lib/model/report";
import type { Severity, Subject } from "@/lib/model/verdict";
import { cutText } from "@/lib/reports/cut-text";
import { checksById, type CheckEntry, type ExportInput } from "@/lib/reports/export-input";
import { causeFacts, partitionOf, resourceTypes, subjectArn } from "@/lib/reports/finding-words";
import { countWords, filterWords, sourceWords } from "@/lib/reports/scope-words";
import { visibleText } from "@/lib/reports/visible-text";

/** https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html */
const findingsPerBatchMax = 100;
const resourcesMax = 32;
/** 32 of them, and ten fields of 2048, three bytes a character, stay below 240 KB. */
const resourceIdLengthMax = 1024;
const productFieldLengthMax = 2048;

const severityLabels: Readonly<Record<Severity, string>> = {
  low: "LOW",
  medium: "MEDIUM",
  high: "HIGH",
  critical: "CRITICAL",
};

interface Draft {
  readonly report: Report;
  readonly finding: Finding;
  readonly check: CheckEntry | undefined;
  readonly streams: ReadonlyMap<string, ReportStream>;
}

/**
 * Findings as BatchImportFindings takes them: JSON lines, each an array of up to 100. A finding about more resources than
 * one may name is written in parts, which say so.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/asff-required-attributes.html
 */
export function* toAsff({ report, checks }: ExportInput): Generator<string> {
  const byId = checksById(checks);
  const streams = new Map(report.streams.map((stream) => [stream.arn, stream]));
  let batch: string[] = [];
  let written = false;
  for (const finding of report.findings)
    for (const part of parts({ report, finding, check: byId.get(finding.checkId), streams })) {
      batch.push(JSON.stringify(part));
      if (batch.length < findingsPerBatchMax) continue;
      yield `[${batch.join(",")}]\n`;
      batch = [];
      written = true;
    }
  if (batch.length > 0 || !written) yield `[${batch.join(",")}]\n`;
}

function* parts(draft: Draft) {
  const { subjects } = draft.finding;
  const count = Math.max(1, Math.ceil(subjects.length / resourcesMax));
  for (let part = 1; part <= count; part += 1) {
    const some = subjects.slice((part - 1) * resourcesMax, part * resourcesMax);
    yield toFinding(draft, some, count === 1 ? "" : `${part} of ${count}`);
  }
}

function toFinding(draft: Draft, subjects: readonly Subject[], part: string) {
  const { report, finding, check } = draft;
  const { scan } = report;
  const { accountId = scan.accountId, region = scan.regions[0] ?? "us-east-1" } = subjects[0] ?? {};
  const partition = partitionOf(report, subjects[0] ?? { id: "" });
  const note = sourceWords(scan);
  const description = `${note === undefined ? "" : `${note} `}${finding.cause.label}`;
  return {
    SchemaVersion: "2018-10-08",
    Id: `weir/${finding.findingId}${part === "" ? "" : `/${part.replaceAll(" ", "-")}`}`,
    ProductArn: `arn:${partition}:securityhub:${region}:${accountId}:product/${accountId}/default`,
    GeneratorId: field(`weir/${finding.checkId}`, 512),
    AwsAccountId: accountId,
    Types: ["Software and Configuration Checks/AWS Security Best Practices"],
    CreatedAt: scan.finishedAt,
    UpdatedAt: scan.finishedAt,
    Severity: { Label: severityLabels[finding.severity] },
    Title: field(check?.title ?? finding.checkId, 256),
    Description: field(description, 1024),
    ...(check && { Remediation: remediation(check) }),
    ProductFields: productFields(draft, part, note),
    Resources: subjects.map((subject) => resource(draft, subject)),
    Compliance: compliance(finding, check),
    Workflow: { Status: finding.status === "waived" ? "SUPPRESSED" : "NEW" },
    RecordState: "ACTIVE",
    // Security Hub's own word for what is not of a real account.
    ...(scan.source === "demo" && { Sample: true }),
  };
}

/** Text that says where it was cut, and holds no character that does not show. */
function field(text: string, lengthMax: number): string {
  return cutText(visibleText(text), lengthMax);
}

function remediation({ remediation: text, sources: [url] }: CheckEntry) {
  return { Recommendation: { Text: field(text, 512), ...(url !== undefined && { Url: url }) } };
}

function productFields({ report, finding }: Draft, part: string, note: string | undefined) {
  const { scan, manifest, tool } = report;
  const facts: Record<string, string> = {
    ...causeFacts(finding),
    ...(part !== "" && { part }),
    scanId: scan.id,
    set: scan.set,
    source: scan.source,
    ...(scan.endpoint !== undefined && { endpoint: scan.endpoint }),
    ...(note !== undefined && { note }),
    shown: countWords(report),
    filter: filterWords(report),
    toolVersion: tool.version,
    ...reportSchema.shape.manifest.parse(manifest),
  };
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== "")
      .map(([name, value]) => [`weir/${name}`, field(value, productFieldLengthMax)]),
  );
}

/** Not available: the check could not be performed, because a call failed or was denied. */
function compliance({ checkId, status }: Finding, check: CheckEntry | undefined) {
  const controls = Object.entries(check?.frameworks ?? {}).flatMap(([name, ids]) =>
    ids.map((id) => field(`${name} ${id}`, 64)),
  );
  return {
    Status: status === "unknown" ? "NOT_AVAILABLE" : "FAILED",
    SecurityControlId: field(checkId, 64),
    ...(controls.length > 0 && { RelatedRequirements: controls.slice(0, resourcesMax) }),
  };
}

function resource({ report, streams }: Draft, subject: Subject) {
  const arn = subjectArn(report, subject);
  const stream = streams.get(subject.id);
  return {
    Type: resourceTypes[subject.scope],
    Id: field(arn, resourceIdLengthMax),
    Partition: partitionOf(report, subject),
    ...(subject.region !== undefined && { Region: subject.region }),
    ...(stream && arn.length <= resourceIdLengthMax && { Details: { AwsKinesisStream: details(stream) } }),
  };
}

function details({ name, arn, facts }: ReportStream) {
  const { encryption, shards, retentionHours } = facts;
  return {
    Name: field(name, resourceIdLengthMax),
    Arn: field(arn, resourceIdLengthMax),
    ...(encryption.known && {
      StreamEncryption:
        encryption.value.type === "kms"
          ? { EncryptionType: "KMS", KeyId: field(encryption.value.keyReference, resourceIdLengthMax) }
          : { EncryptionType: "NONE" },
    }),
    ...(shards.known && { ShardCount: shards.value }),
    ...(retentionHours.known && { RetentionPeriodHours: retentionHours.value }),
  };
}
