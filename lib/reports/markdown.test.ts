import { marked, type Token } from "marked";
import { describe, expect, it } from "vitest";
import { largeReport } from "@/lib/bench/large-report";
import { exportText } from "@/lib/reports/test-export";
import { hostileReport, hostileTexts, sampleReport } from "@/lib/reports/test-hostile";
import { buildReport } from "@/lib/reports/test-report";

interface Shape {
  readonly types: readonly string[];
  readonly html: readonly string[];
  readonly tables: readonly { readonly columns: number; readonly rows: number }[];
}

/** What a parser of GitHub's Markdown makes of a text. */
function shapeOf(text: string): Shape {
  const tokens: Token[] = [];
  void marked.walkTokens(marked.lexer(text, { gfm: true }), (token) => {
    tokens.push(token);
  });
  return {
    types: tokens.map(({ type }) => type),
    html: tokens.filter(({ type }) => type === "html").map(({ raw }) => raw.trim()),
    tables: tokens.flatMap((token) =>
      token.type === "table" ? [{ columns: token["header"].length, rows: token["rows"].length }] : [],
    ),
  };
}

it("has a row a finding, a gap and a stream, and the fixes to open", async () => {
  const report = sampleReport();
  const text = await exportText(report, "md");
  const { tables } = shapeOf(text);

  expect(tables.map(({ rows }) => rows)).toEqual([4, report.findings.length, 1, 2, report.streams.length]);
  expect(text.match(/<details>/g)).toHaveLength(2);
  expect(text.match(/<\/details>/g)).toHaveLength(2);
  expect(text).not.toContain("Left out");
});

it("says little of a report with nothing in it", async () => {
  const { scan } = buildReport();
  const text = await exportText(buildReport({ scan: { ...scan, source: "aws" } }), "md");

  expect(text).not.toContain("##");
  expect(text).not.toMatch(/^>/m);
});

it("fits a comment of 65,536 characters whatever the size, and counts what it leaves out", async () => {
  const text = await exportText(largeReport({ streams: 1000, findings: 10_000 }), "md");
  const { tables } = shapeOf(text);
  const left = [...text.matchAll(/Left out here for want of room: ([\d,]+) (\w+?)s? of (\d+)/g)];

  expect(text.length).toBeLessThan(65_536);
  expect(left.map(([, count, noun, all]) => [noun, Number(count!.replaceAll(",", "")), Number(all)])).toEqual(
    [
      ["finding", 10_000 - tables[1]!.rows, 10_000],
      ["gap", 1, 1],
      ["stream", 1000, 1000],
      ["check", 4, 4],
    ],
  );
});

describe.each(Object.entries(hostileTexts))("%s", (_, text) => {
  it("makes no link, image, mark-up or row of it, and shows no character that does not show", async () => {
    const plain = shapeOf(await exportText(hostileReport("x"), "md"));
    const written = await exportText(hostileReport(text), "md");
    const shape = shapeOf(written);

    expect(shape.html.filter((tag) => !/^<\/?(details|summary|sub)>/.test(tag))).toEqual([]);
    expect(shape.types).not.toContain("link");
    expect(shape.types).not.toContain("image");
    expect(shape.types.filter((type) => type === "heading")).toEqual(
      plain.types.filter((type) => type === "heading"),
    );
    expect(shape.tables.map(({ columns }) => columns)).toEqual(plain.tables.map(({ columns }) => columns));
    expect(shape.tables.map(({ rows }) => rows)).toEqual(plain.tables.map(({ rows }) => rows));
    expect(written.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(written.replaceAll(/(`+)[^`].*?[^`]\1(?!`)/g, "")).not.toMatch(/@everyone|&#64;everyone|[^&]#1/);
  });
});
