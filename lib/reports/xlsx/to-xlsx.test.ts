import { CFB, read, utils, type WorkBook } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { tableNames } from "@/lib/model/report-format";
import type { Report } from "@/lib/model/report";
import { exportBytes, exportInput } from "@/lib/reports/test-export";
import { hostileReport, hostileTexts, sampleReport } from "@/lib/reports/test-hostile";
import { tables } from "@/lib/reports/tables/tables";
import { sheetXml } from "@/lib/reports/xlsx/sheet-xml";
import { buildReport } from "@/lib/reports/test-report";

async function workbookOf(report: Report): Promise<WorkBook> {
  return read(await exportBytes(report, "xlsx"), { cellFormula: true, cellStyles: true });
}

/** A part of the file, unpacked by another library than it was packed with. */
function xmlOf(bytes: Buffer, name: string): string {
  return Buffer.from(CFB.find(CFB.read(bytes, { type: "buffer" }), name)!.content).toString("utf8");
}

/** A sheet as a list of rows, with empty cells as empty text. */
function rowsOf(workbook: WorkBook, title: string): unknown[][] {
  return utils.sheet_to_json(workbook.Sheets[title]!, { header: 1, defval: "", raw: true, blankrows: true });
}

it("holds every table of the report, cell by cell, numbers as numbers", async () => {
  const report = sampleReport();
  const workbook = await workbookOf(report);

  expect(workbook.SheetNames).toEqual([
    "About",
    "Findings",
    "Streams",
    "Who can",
    "Administrators",
    "Not read",
    "Decisions",
  ]);
  for (const name of tableNames) {
    const { title, columns, rows } = tables[name];
    expect(rowsOf(workbook, title)).toEqual([columns, ...rows(exportInput(report))]);
  }
});

it("has filters over every list", async () => {
  const workbook = await workbookOf(sampleReport());

  for (const name of tableNames) {
    const filter = workbook.Sheets[tables[name].title]!["!autofilter"];
    expect(filter?.ref).toMatch(/^A1:[A-Z]+\d+$/);
  }
});

it("keeps its header in sight, marks spaces, and writes what XML cannot hold as numbers", async () => {
  const xml = xmlOf(await exportBytes(hostileReport("\0\r\n_x0041_"), "xlsx"), "sheet2.xml");

  expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(xml).toContain('<t xml:space="preserve">_x0000__x000D_\n_x005F_x0041_');
});

it("counts the rows that no sheet has room for", () => {
  function* rows() {
    for (let row = 0; row < 1_048_580; row += 1) yield [row];
  }
  let last = "";
  let count = 0;
  for (const piece of sheetXml({ title: "t", columns: ["c"], rows: rows() })) {
    if (!piece.startsWith("<row")) continue;
    count += 1;
    last = piece;
  }

  expect(count).toBe(1_048_576);
  expect(last).toContain("6 more rows have no room in a sheet");
});

it("says what it is of, and that it is a demo", async () => {
  const about = new Map(
    rowsOf(await workbookOf(sampleReport()), "About").map(([what, value]) => [what, value]),
  );

  expect(about.get("Note")).toMatch(/^DEMO DATA/);
  expect(about.get("Filter")).toBe("q=orders");
  expect(about.get("Shown")).toBe("12 findings, 3 streams");
  expect(about.get("Facts known")).toBe(100);
});

it("of a scan of AWS says nothing of demos, and whose lists are empty keeps their headers", async () => {
  const { endpoint: _, ...scan } = buildReport().scan;
  const workbook = await workbookOf(buildReport({ scan: { ...scan, source: "aws", set: "course" } }));

  expect(rowsOf(workbook, "About").map(([what]) => what)).not.toContain("Note");
  expect(rowsOf(workbook, "Findings")).toEqual([tables.findings.columns]);
});

it("bears the date of the scan, in UTC wherever it is written", async () => {
  const bytes = await exportBytes(sampleReport(), "xlsx");
  const before = process.env["TZ"];
  process.env["TZ"] = "America/New_York";
  const elsewhere = await exportBytes(sampleReport(), "xlsx");
  process.env["TZ"] = before;

  expect(elsewhere.equals(bytes)).toBe(true);
  expect(bytes.readUInt16LE(12)).toBe(((2026 - 1980) << 9) | (11 << 5) | 2);
  expect(bytes.readUInt16LE(10) >> 11).toBe(10);
});

describe.each(Object.entries(hostileTexts))("%s", (_, text) => {
  it("gives every text back and makes no formula of it", async () => {
    const report = hostileReport(text);
    const workbook = await workbookOf(report);
    const cells = workbook.SheetNames.flatMap((name) => Object.entries(workbook.Sheets[name]!));

    expect(cells.filter(([, cell]) => typeof cell === "object" && cell !== null && "f" in cell)).toEqual([]);
    expect(
      rowsOf(workbook, "Findings")
        .slice(1)
        .map((row) => row[7]),
    ).toEqual(
      // The reader makes one line end of two; the file itself holds both.
      report.findings.map(({ cause }) => cause.label.replaceAll("\r\n", "\n")),
    );
    expect(rowsOf(workbook, "Streams")).toHaveLength(report.streams.length + 1);
  });
});
