import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { readFileRows } from "@/lib/reports/reconcile/read-file-rows";
import { reconcile } from "@/lib/reports/reconcile/reconcile";
import { reconciliationToMarkdown } from "@/lib/reports/reconcile/reconciliation-markdown";
import { prowlerCsv, type ForeignRow } from "@/lib/reports/reconcile/test-foreign-files";
import { hostileTexts, sampleReport } from "@/lib/reports/test-hostile";

const { filter: _, ...report } = sampleReport();
const arn = report.streams[0]?.arn ?? "";

function markdownOf(rows: readonly ForeignRow[]): string {
  const read = readFileRows(prowlerCsv(rows));
  if ("problem" in read) throw new Error(read.problem);
  return reconciliationToMarkdown(reconcile(report, read.rows));
}

it("says whose file it was, of which scan, and every count", () => {
  const page = markdownOf([
    { check: "kinesis_stream_encrypted_at_rest", status: "PASS", arn },
    { check: "kinesis_stream_other", status: "PASS", arn },
  ]);

  expect(page).toContain("2 rows of Prowler, beside the scan of account `111122223333`");
  expect(page).toMatch(/DEMO DATA/);
  expect(page).toContain(
    "| Disagree | 1 | One passes the stream, and the other fails it or asks for more. |",
  );
  expect(page).toContain("| Only there | 1 |");
  expect(page).toContain("## Only there\n");
});

it("fits a comment, and says how much it leaves out", () => {
  const page = markdownOf(
    Array.from({ length: 2000 }, (_each, index) => ({
      check: "other",
      status: "FAIL",
      arn: `${arn}-${index}`,
    })),
  );

  expect(page.length).toBeLessThan(65_536);
  expect(page).toMatch(/Left out here for want of room: [\d,]+ rows of 2000\./);
});

describe.each(Object.entries(hostileTexts))("%s", (_name, text) => {
  it("makes no link, picture or HTML", () => {
    const page = markdownOf([
      { check: text, status: text, arn, says: text, at: text },
      { check: "kinesis_stream_encrypted_at_rest", status: text, arn: `${arn}${text}`, says: text, at: text },
      { check: "kinesis_stream_encrypted_at_rest", status: "PASS", arn, says: text, at: text },
    ]);
    const types: string[] = [];
    void marked.walkTokens(marked.lexer(page, { gfm: true }), ({ type }) => {
      types.push(type);
    });

    expect(types).toContain("table");
    expect(types.filter((type) => ["link", "image", "html"].includes(type))).toEqual([]);
    expect(page).not.toMatch(/[\0\u202A-\u202E\u2066-\u2069]/);
  });
});
