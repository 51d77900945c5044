import { stringify } from "csv-stringify/sync";

/** A row of another tool's file, as a test names it. */
export interface ForeignRow {
  readonly check: string;
  readonly status: string;
  readonly arn: string;
  readonly says?: string;
  readonly accepted?: boolean;
  readonly at?: string;
}

/** The columns of Prowler's CSV that are read, among some that are not. */
const columns = [
  "AUTH_METHOD",
  "TIMESTAMP",
  "ACCOUNT_UID",
  "FINDING_UID",
  "PROVIDER",
  "CHECK_ID",
  "CHECK_TITLE",
  "STATUS",
  "STATUS_EXTENDED",
  "MUTED",
  "RESOURCE_UID",
  "REGION",
  "PROWLER_VERSION",
] as const;

/** As Prowler writes CSV: semicolons, and quotes only where they are needed. */
export function prowlerCsv(rows: readonly ForeignRow[], delimiter = ";"): string {
  const records = rows.map(({ check, status, arn, says = "it says", accepted = false, at }, index) => ({
    AUTH_METHOD: "profile: default",
    TIMESTAMP: at ?? "2026-11-02 09:00:00",
    ACCOUNT_UID: "111122223333",
    FINDING_UID: `prowler-aws-${index}`,
    PROVIDER: "aws",
    CHECK_ID: check,
    CHECK_TITLE: "A title; with a semicolon",
    STATUS: status,
    STATUS_EXTENDED: says,
    MUTED: accepted ? "True" : "False",
    RESOURCE_UID: arn,
    REGION: "us-east-1",
    PROWLER_VERSION: "5.14.0",
  }));
  return stringify(records, {
    header: true,
    columns: [...columns],
    delimiter,
    record_delimiter: "windows",
    quoted_match: /[\r\n]/,
  });
}

/** A Detection Finding as Prowler fills it. */
export function ocsfFinding({ check, status, arn, says = "it says", accepted = false, at }: ForeignRow) {
  return {
    message: says,
    metadata: {
      event_code: check,
      product: { name: "Prowler", uid: "prowler", vendor_name: "Prowler", version: "5.14.0" },
      profiles: ["cloud", "datetime"],
      version: "1.5.0",
    },
    severity_id: 4,
    status: accepted ? "Suppressed" : "New",
    status_id: accepted ? 3 : 1,
    status_code: status,
    status_detail: says,
    activity_id: 1,
    finding_info: { uid: `prowler-aws-${check}`, title: check },
    resources: [{ uid: arn, type: "AwsKinesisStream", region: "us-east-1", group: { name: "kinesis" } }],
    category_uid: 2,
    class_uid: 2004,
    type_uid: 200_401,
    time: 1_793_610_000,
    time_dt: at ?? "2026-11-02T09:00:00",
    cloud: { provider: "aws", account: { uid: "111122223333" }, region: "us-east-1" },
  };
}

/** A control finding as Security Hub writes it, consolidated. */
export function asffFinding({ check, status, arn, says = "it says", accepted = false, at }: ForeignRow) {
  return {
    SchemaVersion: "2018-10-08",
    Id: `arn:aws:securityhub:us-east-1:111122223333:security-control/${check}/finding/1`,
    ProductArn: "arn:aws:securityhub:us-east-1::product/aws/securityhub",
    ProductName: "Security Hub",
    GeneratorId: `security-control/${check}`,
    AwsAccountId: "111122223333",
    CreatedAt: "2026-11-01T09:00:00.000Z",
    UpdatedAt: at ?? "2026-11-02T09:00:00.000Z",
    Severity: { Label: "MEDIUM" },
    Title: "A title",
    Description: says,
    Resources: [{ Type: "AwsKinesisStream", Id: arn, Partition: "aws", Region: "us-east-1" }],
    Compliance: { Status: status, SecurityControlId: check },
    Workflow: { Status: accepted ? "SUPPRESSED" : "NEW" },
    RecordState: "ACTIVE",
  };
}
