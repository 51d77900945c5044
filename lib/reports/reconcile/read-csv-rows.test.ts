import { describe, expect, it } from "vitest";
import { readFileRows } from "@/lib/reports/reconcile/read-file-rows";
import { prowlerCsv, type ForeignRow } from "@/lib/reports/reconcile/test-foreign-files";
import { sampleReport } from "@/lib/reports/test-hostile";

const { filter: _, ...report } = sampleReport();
const arn = report.streams[0]?.arn ?? "";
const good: ForeignRow = { check: "kinesis_stream_encrypted_at_rest", status: "PASS", arn };

/** Line and kind of each row; of an unreadable one what is wrong. */
function rowsOf(file: string): (string | number)[][] {
  const read = readFileRows(file);
  if ("problem" in read) return [[read.problem]];
  return read.rows.map((row) => (row.kind === "unreadable" ? [row.line, row.problem] : [row.line, row.kind]));
}

describe("CSV", () => {
  const header = "CHECK_ID;STATUS;RESOURCE_UID;STATUS_EXTENDED";
  const line = `kinesis_stream_encrypted_at_rest;PASS;${arn};it says`;
  it.each([
    {
      name: "semicolons",
      file: prowlerCsv([good, good]),
      rows: [
        [2, "finding"],
        [3, "finding"],
      ],
    },
    { name: "commas", file: prowlerCsv([good], ","), rows: [[2, "finding"]] },
    { name: "tabs", file: prowlerCsv([good], "\t"), rows: [[2, "finding"]] },
    { name: "no row", file: `${header}\n`, rows: [] },
    { name: "empty lines", file: `${header}\n\n${line}\n\n`, rows: [[3, "finding"]] },
    {
      name: "too few cells",
      file: `${header}\n1;2\n${line}`,
      rows: [
        [2, "The row has 2 cells, and the first line names 4 columns."],
        [3, "finding"],
      ],
    },
    {
      name: "empty cells",
      file: `${header}\n;PASS; ;\n${line}`,
      rows: [
        [2, "CHECK_ID, RESOURCE_UID: nothing stands in it."],
        [3, "finding"],
      ],
    },
    {
      name: "line ends within a cell",
      file: `${header}\r\na;PASS;"${arn}";"one\r\ntwo\nthree"\r\n${line}`,
      rows: [
        [2, "finding"],
        [5, "finding"],
      ],
    },
    {
      name: "a quotation mark within a cell",
      file: `${header}\n${line} "so"\n"a"b;PASS;${arn};c\n${line}`,
      rows: [
        [2, "finding"],
        [3, "finding"],
        [4, "finding"],
      ],
    },
    {
      name: "a quotation mark that never closes",
      file: `${header}\n${line}\n"a;PASS;${arn};c\n${line}\n`,
      rows: [
        [2, "finding"],
        [3, "A quotation mark opens in this row and never closes; the rest of the file was not read."],
      ],
    },
  ])("reads $name", ({ file, rows }) => {
    expect(rowsOf(file)).toEqual(rows);
  });
});
