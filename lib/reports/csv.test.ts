import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { csvColumns, toCsv } from "@/lib/reports/csv";
import { buildFinding, buildReport } from "@/lib/reports/test-report";

const titleOf = (checkId: string) => `title of ${checkId}`;

it("writes a header, one row a finding, CRLF line ends and quotes round every cell", () => {
  const csv = toCsv(buildReport({ findings: [buildFinding(), buildFinding()] }), titleOf);

  expect(csv.split("\r\n")).toHaveLength(4);
  expect(csv.replaceAll("\r\n", "")).not.toContain("\n");
  for (const line of csv.split("\r\n").slice(0, 3)) expect(line).toMatch(/^"([^"]*",")*[^"]*"$/);
});

it("writes a header alone for a report without findings", () => {
  expect(toCsv(buildReport(), titleOf)).toBe(`${csvColumns.map((name) => `"${name}"`).join(",")}\r\n`);
});

it("says of what, where and from which scan each finding is", () => {
  const cause = {
    kind: "statement" as const,
    id: "arn:aws:iam::111122223333:policy/all#0",
    label: "Statement 1 allows every action.",
    severity: "critical" as const,
    document: { policyId: "arn:aws:iam::111122223333:policy/all", statements: [0, 2] },
    principals: ["arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/b"],
  };

  expect(read(toCsv(buildReport({ findings: [buildFinding({ cause })] }), titleOf))).toEqual([
    {
      findingId: "KDS-REST-01:orders",
      checkId: "KDS-REST-01",
      title: "title of KDS-REST-01",
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
      source: "demo",
      endpoint: "http://127.0.0.1:4566",
      scanId: "scan-1",
      scanFinishedAt: "2026-11-02T10:00:09.000Z",
      set: "full",
    },
  ]);
});

it("leaves cells empty where a finding of an account has no Region and a scan no endpoint", () => {
  const { endpoint: _endpoint, ...scan } = buildReport().scan;
  const subjects = [{ scope: "account" as const, accountId: "111122223333", id: "111122223333" }];

  expect(
    read(toCsv(buildReport({ scan, findings: [buildFinding({ subjects })] }), titleOf))[0],
  ).toMatchObject({
    regions: "",
    endpoint: "",
    policyId: "",
    statements: "",
    principals: "",
  });
});

it("keeps a list within what a spreadsheet's cell holds, and says how many it left out", () => {
  const streamArns = Array.from(
    { length: 2000 },
    (_, index) => `arn:aws:kinesis:us-east-1:1:stream/${index}`,
  );

  const [row] = read(
    toCsv(buildReport({ findings: [buildFinding({ streamArns, streams: 2000 })] }), titleOf),
  );
  const [, kept = "", more] = /^(.*) and (\d+) more$/.exec(row?.["streamArns"] ?? "") ?? [];

  expect(row?.["streamArns"]?.length).toBeLessThanOrEqual(32_767);
  expect(row?.["streamArns"]?.length).toBeGreaterThan(32_000);
  expect(kept.split(" ").length + Number(more)).toBe(2000);
  expect(streamArns.slice(0, kept.split(" ").length)).toEqual(kept.split(" "));
});

it("gives a CSV reader every text back, hostile ones marked with an apostrophe and no cell a formula", () => {
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

  fc.assert(
    fc.property(hostile, (label) => {
      const cause = { ...buildFinding().cause, label };
      const [row] = read(toCsv(buildReport({ findings: [buildFinding({ cause })] }), titleOf));
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
