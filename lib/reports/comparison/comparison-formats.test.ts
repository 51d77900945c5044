import { parse } from "csv-parse/sync";
import { HtmlValidate } from "html-validate";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import type { ScanComparison } from "@/lib/model/comparison";
import { compareScans } from "@/lib/reports/comparison/compare-scans";
import { comparisonFormats } from "@/lib/reports/comparison/comparison-formats";
import { hostileReport, hostileTexts, sampleReport } from "@/lib/reports/test-hostile";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: { "no-trailing-whitespace": "off", "long-title": "off", "wcag/h32": "off" },
});

function comparisonWith(text: string): ScanComparison {
  const hostile = hostileReport(text);
  const other = { ...hostile, findings: hostile.findings.slice(1), streams: [] };
  const settings = { ...sampleReport().settings, knownDestinations: [text] };
  return compareScans({ before: hostile, after: { ...other, settings }, rejudged: hostile });
}

const { json, csv, md, html } = comparisonFormats;

it("writes the same comparison as the same bytes", () => {
  for (const { write } of Object.values(comparisonFormats))
    expect(write(comparisonWith("a"))).toBe(write(comparisonWith("a")));
});

it("is a header row alone where nothing changed", () => {
  const report = sampleReport();
  const rows = parse(csv.write(compareScans({ before: report, after: report, rejudged: report })));
  expect(rows).toHaveLength(1);
});

describe.each(Object.entries(hostileTexts))("with %s in every field", (_, text) => {
  const comparison = comparisonWith(text);

  it("is JSON that says all", () => {
    expect(JSON.parse(json.write(comparison))).toEqual(
      JSON.parse(JSON.stringify({ schemaVersion: 1, ...comparison })),
    );
  });

  it("is CSV with a row a finding, and no cell that a spreadsheet runs", () => {
    const rows: string[][] = parse(csv.write(comparison));
    expect(rows).toHaveLength(comparison.findings.length + 1);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  it("is HTML that is valid, and holds no element that was not made here", async () => {
    const page = html.write(comparison);
    expect((await validator.validateString(page)).results.flatMap(({ messages }) => messages)).toEqual([]);
    expect(page).not.toMatch(/<(?:script|img|b)\b/i);
  });

  it("is Markdown without a link or a picture, and fits a comment", () => {
    const page = md.write(comparison);
    expect(page.length).toBeLessThan(65_536);
    const types: string[] = [];
    void marked.walkTokens(marked.lexer(page, { gfm: true }), ({ type }) => {
      types.push(type);
    });
    expect(types).toContain("table");
    expect(types.filter((type) => ["link", "image", "html"].includes(type))).toEqual([]);
  });
});
