import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checks } from "@/lib/checks/registry";
import { largeReport } from "@/lib/bench/large-report";
import type { Report } from "@/lib/model/report";
import { exportText } from "@/lib/reports/test-export";
import { hostileReport, hostileTexts, sampleReport } from "@/lib/reports/test-hostile";
import { buildFinding, buildReport } from "@/lib/reports/test-report";
import { ownSchema } from "@/lib/reports/test-schema";

const complaints = ownSchema("asff");

/** What the tests look at. */
const batchSchema = z.array(
  z.looseObject({
    Id: z.string(),
    Title: z.string(),
    Description: z.string(),
    Remediation: z.object({ Recommendation: z.object({ Text: z.string() }) }).optional(),
    ProductFields: z.record(z.string(), z.string()),
    Resources: z.array(z.looseObject({ Id: z.string() })),
  }),
);

async function batchesOf(report: Report) {
  const lines = (await exportText(report, "asff")).trimEnd().split("\n");
  const batches = lines.map((line) => batchSchema.parse(JSON.parse(line)));
  expect(batches.flatMap(complaints)).toEqual([]);
  for (const finding of batches.flat())
    expect(Buffer.byteLength(JSON.stringify(finding))).toBeLessThanOrEqual(240_000);
  return batches;
}

it("refuses what is no finding, so that its silence says something", () => {
  expect(complaints([{ SchemaVersion: "2018-10-08" }])).not.toEqual([]);
  expect(complaints(Array.from({ length: 101 }, () => ({})))).not.toEqual([]);
});

it("writes an empty batch for no finding, and batches of 100 for many", async () => {
  expect(await batchesOf(buildReport())).toEqual([[]]);
  const sizes = async (findings: number) =>
    (await batchesOf(largeReport({ streams: 1, findings }))).map((batch) => batch.length);
  expect(await sizes(100)).toEqual([100]);
  expect(await sizes(201)).toEqual([100, 100, 1]);
});

it.each([
  { status: "fail", compliance: "FAILED", workflow: "NEW" },
  { status: "unknown", compliance: "NOT_AVAILABLE", workflow: "NEW" },
  { status: "waived", compliance: "FAILED", workflow: "SUPPRESSED" },
] as const)("writes $status as $compliance, $workflow", async ({ status, compliance, workflow }) => {
  const [[finding] = []] = await batchesOf(buildReport({ findings: [buildFinding({ status })] }));

  expect(finding).toMatchObject({
    Compliance: { Status: compliance },
    Workflow: { Status: workflow },
    Sample: true,
  });
});

it("describes the stream, and calls no finding of AWS itself a sample", async () => {
  const report = sampleReport();
  const { endpoint: _, ...scan } = report.scan;
  const [[finding] = []] = await batchesOf({ ...report, scan: { ...scan, source: "aws" } });

  expect(finding).not.toHaveProperty("Sample");
  expect(finding?.Resources).toEqual([
    {
      Type: "AwsKinesisStream",
      Id: report.streams[0]!.arn,
      Partition: "aws",
      Region: "us-east-1",
      Details: {
        AwsKinesisStream: {
          Name: report.streams[0]!.name,
          Arn: report.streams[0]!.arn,
          StreamEncryption: { EncryptionType: "KMS", KeyId: "alias/aws/kinesis" },
          RetentionPeriodHours: 24,
        },
      },
    },
  ]);
});

it("writes a finding about more than 32 resources in parts that together name all and say which they are", async () => {
  const { streams } = largeReport({ streams: 70, findings: 70 });
  const subjects = streams.map(({ arn }) => ({
    scope: "stream" as const,
    accountId: "111122223333",
    region: "us-east-1",
    id: arn,
  }));
  const [parts = []] = await batchesOf(buildReport({ streams, findings: [buildFinding({ subjects })] }));

  expect(parts.flatMap(({ Resources }) => Resources.map(({ Id }) => Id))).toEqual(
    streams.map(({ arn }) => arn),
  );
  expect(parts.map(({ ProductFields }) => ProductFields["weir/part"])).toEqual([
    "1 of 3",
    "2 of 3",
    "3 of 3",
  ]);
  expect(new Set(parts.map(({ Id }) => Id)).size).toBe(3);
});

it("stays below 240 KB with the longest names that a part may hold", async () => {
  const subjects = Array.from({ length: 32 }, (_, index) => ({
    scope: "stream" as const,
    accountId: "111122223333",
    id: `arn:aws:kinesis:us-east-1:111122223333:stream/${index}${"語".repeat(20_000)}`,
  }));
  const label = "語".repeat(20_000);
  const cause = {
    ...buildFinding().cause,
    label,
    id: label,
    principals: [label],
    document: { policyId: label, statements: [] },
  };
  const [[finding] = []] = await batchesOf(buildReport({ findings: [buildFinding({ subjects, cause })] }));

  expect(finding?.Description).toMatch(/ … \[cut: 20\d{3} characters\]$/);
});

it.each(checks.map((check) => [check.id] as const))("has room for the words of %s", async (checkId) => {
  const [[finding] = []] = await batchesOf(buildReport({ findings: [buildFinding({ checkId })] }));

  expect(finding?.Title).not.toContain("[cut:");
  expect(finding?.Remediation?.Recommendation.Text).not.toContain("[cut:");
});

describe.each(Object.entries(hostileTexts))("%s", (_, text) => {
  it("keeps to the schema, and says where it cut", async () => {
    const report = hostileReport(text);
    const valid = {
      ...report,
      scan: { ...report.scan, accountId: "111122223333", identityArn: "arn:aws:iam::1:role/a" },
    };
    const findings = valid.findings.map((finding) => ({
      ...finding,
      subjects: finding.subjects.map((subject) => ({
        ...subject,
        accountId: "111122223333",
        region: "us-east-1",
      })),
    }));
    const batches = await batchesOf({ ...valid, findings });

    expect(batches.flat()).toHaveLength(findings.length);
    expect(JSON.stringify(batches)).not.toMatch(/\\u00|[\u202A-\u202E\u2066-\u2069]/);
  });
});
