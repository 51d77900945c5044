import { describe, expect, it } from "vitest";
import { checks } from "@/lib/checks/registry";
import { exportText } from "@/lib/reports/test-export";
import { hostileReport, hostileTexts, sampleReport } from "@/lib/reports/test-hostile";
import { sarifSchema } from "@/lib/reports/test-schema";
import { buildFinding, buildReport } from "@/lib/reports/test-report";

const complaints = sarifSchema();

async function logOf(report: Parameters<typeof exportText>[0]) {
  const log = JSON.parse(await exportText(report, "sarif"));
  expect(complaints(log)).toEqual([]);
  return log.runs[0];
}

it("refuses what is no SARIF, so that its silence says something", () => {
  expect(complaints({ version: "2.1.0", runs: [{ tool: {}, results: [] }] })).not.toEqual([]);
  expect(complaints({ version: "2.1.0", runs: [], more: 1 })).not.toEqual([]);
});

it("writes a result a finding with its rule, level, place and fingerprint", async () => {
  const report = sampleReport();
  const run = await logOf(report);

  expect(run.results).toHaveLength(report.findings.length);
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(checks.map(({ id }) => id));
  for (const [index, result] of run.results.entries()) {
    const finding = report.findings[index]!;
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe(finding.checkId);
    expect(result.partialFingerprints).toEqual({ "weirFindingId/v1": finding.findingId });
    expect(result.locations[0].logicalLocations[0].fullyQualifiedName).toBe(finding.subjects[0]!.id);
  }
});

it.each([
  { status: "fail", severity: "critical", kind: "fail", level: "error" },
  { status: "fail", severity: "high", kind: "fail", level: "error" },
  { status: "fail", severity: "medium", kind: "fail", level: "warning" },
  { status: "fail", severity: "low", kind: "fail", level: "note" },
  { status: "unknown", severity: "critical", kind: "open", level: "none" },
] as const)("writes $status $severity as $kind, $level", async ({ status, severity, kind, level }) => {
  const run = await logOf(buildReport({ findings: [buildFinding({ status, severity })] }));

  expect(run.results[0]).toMatchObject({ kind, level });
  expect(run.results[0].suppressions).toBeUndefined();
});

it("writes a waived finding as suppressed", async () => {
  const run = await logOf(buildReport({ findings: [buildFinding({ status: "waived" })] }));

  expect(run.results[0].suppressions).toEqual([{ kind: "external", status: "accepted" }]);
});

it("names an account, a Region and an endpoint by an ARN, and a check that is not known without a rule", async () => {
  const place = { accountId: "111122223333", region: "us-east-1" };
  const subjects = [
    { scope: "account" as const, accountId: "111122223333", id: "111122223333" },
    { scope: "region" as const, ...place, id: "us-east-1" },
    { scope: "endpoint" as const, ...place, id: "vpce-1" },
    { scope: "key" as const, ...place, id: "k" },
  ];
  const run = await logOf(buildReport({ findings: [buildFinding({ subjects, checkId: "KDS-LP-99" })] }));

  expect(run.results[0].ruleIndex).toBeUndefined();
  expect(
    run.results[0].locations.map(
      (each: { logicalLocations: [{ fullyQualifiedName: string }] }) =>
        each.logicalLocations[0].fullyQualifiedName,
    ),
  ).toEqual([
    "arn:aws:iam::111122223333:root",
    "arn:aws:kinesis:us-east-1:111122223333:*",
    "arn:aws:ec2:us-east-1:111122223333:vpc-endpoint/vpce-1",
    "k",
  ]);
  expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
    "arn/aws/iam/-/111122223333/root",
  );
});

it("tells what could not be read as notifications", async () => {
  const run = await logOf(sampleReport());

  expect(run.invocations[0].toolExecutionNotifications).toMatchObject([
    { level: "warning", properties: { action: "kms:DescribeKey", reason: "access-denied" } },
  ]);
});

describe.each(Object.entries(hostileTexts))("%s", (_, text) => {
  it("keeps to the schema, loses no text, and makes neither link nor placeholder of it", async () => {
    const report = hostileReport(text);
    const run = await logOf(report);

    for (const [index, result] of run.results.entries()) {
      expect(unescape(result.message.text)).toBe(report.findings[index]!.cause.label);
      expect(result.properties.cause).toEqual(report.findings[index]!.cause);
      expect(result.message.text).not.toMatch(/(^|[^\\])(\\\\)*\[/);
      expect(result.message.text.replaceAll("{{", "")).not.toContain("{");
    }
  });
});

function unescape(text: string): string {
  return text
    .replaceAll("{{", "{")
    .replaceAll("}}", "}")
    .replaceAll(/\\([[\]\\])/g, "$1");
}
