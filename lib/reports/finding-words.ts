import type { Finding, Report } from "@/lib/model/report";
import type { Subject } from "@/lib/model/verdict";
import { parseArn } from "@/lib/model/arn";
import { waiverWords } from "@/lib/reports/decision-rows";

/** The partition that a subject is in: its own ARN's, else that of the identity that scanned. */
export function partitionOf({ scan }: Pick<Report, "scan">, { id }: Pick<Subject, "id">): string {
  return parseArn(id)?.partition ?? parseArn(scan.identityArn)?.partition ?? "aws";
}

/** What a finding is about, as AWS names it: an ARN, also of an account, a Region and an endpoint. */
export function subjectArn(report: Pick<Report, "scan">, subject: Subject): string {
  if (parseArn(subject.id)) return subject.id;
  const partition = partitionOf(report, subject);
  const { accountId, region = "" } = subject;
  const arns: Readonly<Record<Subject["scope"], string>> = {
    account: `arn:${partition}:iam::${accountId}:root`,
    endpoint: `arn:${partition}:ec2:${region}:${accountId}:vpc-endpoint/${subject.id}`,
    region: `arn:${partition}:kinesis:${region}:${accountId}:*`,
    stream: subject.id,
    key: subject.id,
  };
  return arns[subject.scope];
}

/** Each kind of subject as ASFF and OCSF call it: https://docs.aws.amazon.com/securityhub/latest/userguide/asff-resources.html */
export const resourceTypes: Readonly<Record<Subject["scope"], string>> = {
  stream: "AwsKinesisStream",
  key: "AwsKmsKey",
  endpoint: "AwsEc2VpcEndpoint",
  region: "Other",
  account: "AwsAccount",
};

/** What the cause points at, in the words of a field that holds text only. */
export function causeFacts(finding: Finding): Readonly<Record<string, string>> {
  const { cause, streams, subjects } = finding;
  const waiver = waiverWords(finding);
  return {
    causeKind: cause.kind,
    causeId: cause.id,
    ...(cause.document && {
      policyId: cause.document.policyId,
      statements: cause.document.statements.join(" "),
    }),
    ...(cause.principals && { principals: cause.principals.join(" ") }),
    streams: String(streams),
    subjects: String(subjects.length),
    ...(waiver !== undefined && { waiver }),
  };
}
