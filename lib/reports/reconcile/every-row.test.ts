import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reconciliation } from "@/lib/model/reconciliation";
import { readFileRows } from "@/lib/reports/reconcile/read-file-rows";
import { reconcile } from "@/lib/reports/reconcile/reconcile";
import {
  asffFinding,
  ocsfFinding,
  prowlerCsv,
  type ForeignRow,
} from "@/lib/reports/reconcile/test-foreign-files";
import { hostileTexts, sampleReport } from "@/lib/reports/test-hostile";

const { filter: _, ...report } = sampleReport();
const arn = report.streams[0]?.arn ?? "";
const asff = JSON.stringify(asffFinding({ check: "Kinesis.1", status: "PASSED", arn }));

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(...Object.values(hostileTexts), "__proto__", arn),
);
const row: fc.Arbitrary<ForeignRow> = fc.record({
  check: fc.oneof(
    text,
    fc.constantFrom(
      "kinesis_stream_encrypted_at_rest",
      "kinesis_stream_data_retention_period",
      "Kinesis.1",
      "Kinesis.2",
      "Kinesis.3",
    ),
  ),
  status: fc.oneof(text, fc.constantFrom("PASS", "FAIL", "MANUAL", "PASSED", "FAILED", "WARNING")),
  arn: fc.oneof(
    text,
    fc.constantFrom(...report.streams.map((stream) => stream.arn), `${arn}-gone`, "arn:aws:s3:::a"),
  ),
  says: text,
  accepted: fc.boolean(),
  at: text,
});

function sumOf({ counts, agree, disagree, undecided, onlyThere, unreadable, aside }: Reconciliation) {
  const rows = [agree, disagree, undecided, onlyThere, unreadable].flat().map(({ row: number }) => number);
  expect(new Set(rows).size).toBe(rows.length);
  const listed = aside.reduce((sum, { rows: count }) => sum + count, rows.length);
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(listed);
  return listed;
}

function reconcileText(file: string): Reconciliation | undefined {
  const read = readFileRows(file);
  return "problem" in read ? undefined : reconcile(report, read.rows);
}

describe("whatever stands in a file", () => {
  it.each([
    { name: "Prowler's CSV", write: (rows: readonly ForeignRow[]) => prowlerCsv(rows) },
    {
      name: "Prowler's OCSF",
      write: (rows: readonly ForeignRow[]) => JSON.stringify(rows.map(ocsfFinding), null, 4),
    },
    {
      name: "ASFF in an array",
      write: (rows: readonly ForeignRow[]) => JSON.stringify(rows.map(asffFinding)),
    },
    {
      name: "ASFF of GetFindings",
      write: (rows: readonly ForeignRow[]) => JSON.stringify({ Findings: rows.map(asffFinding) }),
    },
    {
      name: "ASFF in lines",
      write: (rows: readonly ForeignRow[]) =>
        rows.map((each) => JSON.stringify(asffFinding(each))).join("\n"),
    },
  ])("each row of $name is in exactly one bucket", ({ write }) => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const reconciliation = reconcileText(write(rows));
        expect(reconciliation?.rows).toBe(rows.length);
        expect(reconciliation && sumOf(reconciliation)).toBe(rows.length);
      }),
      { numRuns: 150 },
    );
  });

  it("a damaged element of a list spoils no other", () => {
    const junk = fc.constantFrom("{", '{"a":}', "nope", "{}", "1", '"', "]]");
    fc.assert(
      fc.property(fc.array(fc.oneof(junk, fc.constant(asff)), { minLength: 3, maxLength: 12 }), (lines) => {
        const file = [asff, ...lines].join("\n");
        const reconciliation = reconcileText(file);
        expect(reconciliation && sumOf(reconciliation)).toBe(lines.length + 1);
        const readable = lines.filter((line) => line === asff).length + 1;
        expect(reconciliation?.unreadable).toHaveLength(lines.length + 1 - readable);
      }),
    );
  });

  it("nothing throws", () => {
    const pieces = fc.constantFrom(
      "[",
      "]",
      "{",
      "}",
      ",",
      ":",
      '"',
      "\n",
      ";",
      "CHECK_ID",
      "Findings",
      '"Findings":[',
      asff,
      "//",
      "/*",
      "\0",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.json(),
          fc.array(pieces, { maxLength: 30 }).map((all) => all.join("")),
        ),
        (file) => {
          const reconciliation = reconcileText(file);
          expect(reconciliation && sumOf(reconciliation)).toBe(reconciliation?.rows);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
