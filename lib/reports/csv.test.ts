import { parse } from "csv-parse/sync";
import { read as readSheets } from "@e965/xlsx";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { largeReport } from "@/lib/bench/large-report";
import type { Report } from "@/lib/model/report";
import { tableNames, type TableName } from "@/lib/model/report-format";
import { verdictStatuses } from "@/lib/model/verdict";
import { exportText } from "@/lib/reports/test-export";
import { hostileReport, hostileTexts, sampleReport } from "@/lib/reports/test-hostile";
import { findingsTable } from "@/lib/reports/tables/findings-table";
import { buildFinding, buildReport } from "@/lib/reports/test-report";

it("writes a header, one row a finding, CRLF line ends and quotes round every cell", async () => {
  const csv = await exportText(buildReport({ findings: [buildFinding(), buildFinding()] }), "csv");

  expect(csv.split("\r\n")).toHaveLength(4);
  expect(csv.replaceAll("\r\n", "")).not.toContain("\n");
  for (const line of csv.split("\r\n").slice(0, 3)) expect(line).toMatch(/^"([^"]*",")*[^"]*"$/);
});

it("writes a header alone for a report without findings", async () => {
  expect(await exportText(buildReport(), "csv")).toBe(
    `${findingsTable.columns.map((name) => `"${name}"`).join(",")}\r\n`,
  );
});

it("says of what, where and from which scan each finding is", async () => {
  const cause = {
    kind: "statement" as const,
    id: "arn:aws:iam::111122223333:policy/all#0",
    label: "Statement 1 allows every action.",
    severity: "critical" as const,
    document: { policyId: "arn:aws:iam::111122223333:policy/all", statements: [0, 2] },
    principals: ["arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/b"],
  };

  expect(read(await exportText(buildReport({ findings: [buildFinding({ cause })] }), "csv"))).toEqual([
    {
      findingId: "KDS-REST-01:orders",
      checkId: "KDS-REST-01",
      title: "Records are encrypted at rest with KMS",
      status: "fail",
      severity: "high",
      causeKind: "statement",
      causeId: cause.id,
      cause: cause.label,
      policyId: cause.document.policyId,
      statements: "0 2",
      principals: cause.principals.join(" "),
      streams: "1",
      streamArns: "arn:aws:kinesis:us-east-1:111122223333:stream/orders",
      subjects: "1",
      accountIds: "111122223333",
      regions: "us-east-1",
      waiver: "",
      source: "demo",
      endpoint: "http://127.0.0.1:4566",
      scanId: "scan-1",
      scanFinishedAt: "2026-11-02T10:00:09.000Z",
      set: "full",
      filter: "",
      shown: "1 of 0 findings, 0 streams",
    },
  ]);
});

it("leaves cells empty where a finding of an account has no Region and a scan no endpoint", async () => {
  const { endpoint: _endpoint, ...scan } = buildReport().scan;
  const subjects = [{ scope: "account" as const, accountId: "111122223333", id: "111122223333" }];

  expect(
    read(await exportText(buildReport({ scan, findings: [buildFinding({ subjects })] }), "csv"))[0],
  ).toMatchObject({
    regions: "",
    endpoint: "",
    policyId: "",
    statements: "",
    principals: "",
  });
});

it("keeps a list within what a spreadsheet's cell holds, and says how many it left out", async () => {
  const streamArns = Array.from(
    { length: 2000 },
    (_, index) => `arn:aws:kinesis:us-east-1:1:stream/${index}`,
  );

  const [row] = read(
    await exportText(buildReport({ findings: [buildFinding({ streamArns, streams: 2000 })] }), "csv"),
  );
  const [, kept = "", more] = /^(.*) and (\d+) more$/.exec(row?.["streamArns"] ?? "") ?? [];

  expect(row?.["streamArns"]?.length).toBeLessThanOrEqual(32_767);
  expect(row?.["streamArns"]?.length).toBeGreaterThan(32_000);
  expect(kept.split(" ").length + Number(more)).toBe(2000);
  expect(streamArns.slice(0, kept.split(" ").length)).toEqual(kept.split(" "));
});

it("gives a CSV reader every text back, hostile ones marked with an apostrophe and no cell a formula", async () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .tuple(
        fc.constantFrom("", " ", "\t", "\r", "\n", "\0", "\uFEFF", "\u00A0", '"', "\r\n  "),
        fc.constantFrom("=", "+", "-", "@", "＝", "＋", "－", "＠"),
        fc.string(),
      )
      .map((parts) => parts.join("")),
  );

  await fc.assert(
    fc.asyncProperty(hostile, async (label) => {
      const cause = { ...buildFinding().cause, label };
      const [row] = read(await exportText(buildReport({ findings: [buildFinding({ cause })] }), "csv"));
      const cell = row?.["cause"] ?? "";

      expect([label, `'${label}`]).toContain(cell);
      expect(cell.replaceAll(/[\s\p{Cc}\p{Cf}]/gu, "")).not.toMatch(/^[=+\-@＝＋－＠]/);
      expect(cell).not.toMatch(/^[\t\r\n\0]/);
    }),
    { numRuns: 200 },
  );
});

function read(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true, record_delimiter: "\r\n" });
}

it("is read by a spreadsheet too: as many rows and columns, and no cell a formula", async () => {
  for (const text of Object.values(hostileTexts)) {
    const report = hostileReport(text);
    for (const table of tableNames) {
      const csv = await exportText(report, "csv", table);
      const sheet = Object.values(readSheets(csv, { type: "string", raw: true }).Sheets)[0]!;
      const cells = Object.entries(sheet).filter(([name]) => !name.startsWith("!"));

      expect(cells.filter(([, cell]) => "f" in cell)).toEqual([]);
      expect(parse(csv, { record_delimiter: "\r\n" })).toHaveLength(rowsOf(report)[table] + 1);
      expect(parse(csv, { columns: true, record_delimiter: "\r\n" })).toHaveLength(rowsOf(report)[table]);
    }
  }
});

it("lists the streams with their score, their facts and what is not known of them", async () => {
  const report = sampleReport();
  const rows = read(await exportText(report, "csv", "streams"));

  expect(rows.map((row) => row["streamArn"])).toEqual(report.streams.map(({ arn }) => arn));
  expect(rows[0]).toMatchObject({
    environment: "production",
    scoreWorst: "0",
    scoreBest: "100",
    grade: "C",
    retentionHours: "24",
    encryption: "kms",
    keyReference: "alias/aws/kinesis",
    openShards: "not known: access denied",
    resourcePolicy: "no",
    tags: "environment=prod team=orders",
    filter: "q=orders",
    shown: "12 findings, 3 streams",
  });
});

it("counts of the streams' checks add up to the report's totals", async () => {
  const report = largeReport({ streams: 40, findings: 400 });
  const rows = read(await exportText(report, "csv", "streams"));
  const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);

  for (const status of verdictStatuses) expect(sum(`checks-${status}`)).toBe(report.totals.byStatus[status]);
});

it("cuts a text that no spreadsheet's cell holds, and says so", async () => {
  const cause = { ...buildFinding().cause, label: "x".repeat(50_000) };
  const [row] = read(await exportText(buildReport({ findings: [buildFinding({ cause })] }), "csv"));

  expect(row?.["cause"]).toHaveLength(32_766);
  expect(row?.["cause"]).toMatch(/x … \[cut: 50000 characters\]$/);
});

it("lists who can do what, by which statement", async () => {
  const rows = read(await exportText(sampleReport(), "csv", "duties"));

  expect(rows).toHaveLength(6);
  expect(rows[0]).toMatchObject({
    name: "orders-of-region-00000",
    principal: "arn:aws:iam::111122223333:role/produce-0",
    duty: "produce",
    access: "allowed",
    key: "allowed",
    via: "arn:aws:iam::111122223333:policy/produce-0#0",
  });
});

function rowsOf(report: Report): Record<TableName, number> {
  return {
    findings: report.findings.length,
    streams: report.streams.length,
    duties: report.streams.flatMap(({ duties }) => duties).length,
    administrators: report.administrators.length,
    gaps: report.scan.gaps.length,
    decisions: report.decisions.waivers.length + report.decisions.attestations.length,
  };
}
