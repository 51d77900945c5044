import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { checks } from "@/lib/checks/registry";
import { largeReport } from "@/lib/bench/large-report";
import type { Report } from "@/lib/model/report";
import { parseDigest } from "@/lib/reports/embedded";
import { renderPdf } from "@/lib/reports/pdf/to-pdf";
import { exportBytes, exportInput } from "@/lib/reports/test-export";
import { hostileReport, hostileTexts, sampleReport } from "@/lib/reports/test-hostile";
import { buildReport } from "@/lib/reports/test-report";

const timeout = 60_000;

async function open(bytes: Buffer): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
}

interface Read {
  readonly pages: readonly string[];
  /** How far the rightmost text reaches, in points. */
  readonly right: number;
  /** To places in the file. */
  readonly links: number;
  /** To places outside of it. */
  readonly urls: readonly unknown[];
  readonly attachment: string;
}

async function read(report: Report): Promise<Read> {
  const document = await open(await exportBytes(report, "pdf"));
  const pages: string[] = [];
  const urls: unknown[] = [];
  let [right, links] = [0, 0];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const texts = items.filter((item) => "str" in item);
    pages.push(texts.map(({ str }) => str).join(" "));
    right = Math.max(right, ...texts.map(({ transform, width }) => Number(transform[4]) + width));
    const found = await page.getAnnotations();
    links += found.filter(({ dest }) => typeof dest === "string").length;
    urls.push(...found.filter(({ dest }) => typeof dest !== "string"));
  }
  const attachments: unknown = await document.getAttachments();
  const [file] = Object.values(attachments ?? {});
  return { pages, right, links, urls, attachment: Buffer.from(file.content).toString("utf8") };
}

it(
  "has a cover, linked contents, page numbers, and a section for each part and stream",
  async () => {
    const report = sampleReport();
    const { pages, links } = await read(report);
    const text = pages.join("\n");

    expect(pages[0]).toContain("DEMO DATA: a built-in sample account, not yours.");
    expect(pages[0]).toContain("12 findings, 3 streams");
    expect(pages[0]).toContain("q=orders");
    expect(pages[1]).toContain("Contents");
    // A title and a number each.
    expect(links).toBeGreaterThanOrEqual(2 * (report.streams.length + 6));
    for (const [index, page] of pages.entries()) expect(page).toContain(`${index + 1} of ${pages.length}`);
    for (const { name } of report.streams) expect(text).toContain(name);
    for (const part of [
      "Summary",
      "Findings",
      "Evidence and remediation",
      "Streams",
      "checklist",
      "calls",
      "manifest",
    ])
      expect(text).toContain(part);
    expect(text).toContain('"Action": "kinesis:*"');
    expect(text).toContain(report.manifest.reportSha256);
  },
  timeout,
);

it(
  "holds the report that it shows, and is made again from it byte for byte",
  async () => {
    const report = sampleReport();
    const { attachment } = await read(report);
    const digest = parseDigest(attachment)!;
    const blocks: Uint8Array[] = [];
    for await (const block of renderPdf(digest, checks, await exportInput(report).fonts()))
      blocks.push(block);

    expect(digest).toEqual({ report });
    expect(Buffer.concat(blocks).equals(await exportBytes(report, "pdf"))).toBe(true);
  },
  timeout,
);

it(
  "bears the date of the scan, has a title and embeds its fonts",
  async () => {
    const bytes = await exportBytes(sampleReport(), "pdf");
    const { info } = await (await open(bytes)).getMetadata();
    const text = bytes.toString("latin1");

    expect(info).toMatchObject({ Title: "Weir report", CreationDate: "D:20261102100009Z" });
    expect(text.match(/\/FontFile2/g)?.length).toBe(text.match(/\/Type \/FontDescriptor/g)?.length);
  },
  timeout,
);

it(
  "is written for a report with nothing in it",
  async () => {
    const { scan } = buildReport();
    const { pages } = await read(buildReport({ scan: { ...scan, source: "aws", set: "course" } }));

    expect(pages[0]).not.toContain("DEMO");
    expect(pages.join("\n")).toContain("None.");
  },
  timeout,
);

it(
  "shows the first of a report that is too large to read, and counts the rest",
  async () => {
    const report = largeReport({ streams: 100, findings: 1000 });
    const bytes = await exportBytes(report, "pdf");
    const { pages } = await read(report);

    expect(bytes.length).toBeLessThan(20_000_000);
    expect(pages[0]).toContain("leaves out 700 findings and 40 streams");
  },
  timeout,
);

describe.each(Object.entries(hostileTexts))("%s", (_, text) => {
  it(
    "stays on the page, as text, and makes neither link nor script of it",
    async () => {
      const report = hostileReport(text);
      const { pages, right, urls } = await read(report);
      const all = pages.join("").replaceAll(" ", "");

      expect(right).toBeLessThanOrEqual(595 - 40);
      expect(urls).toEqual([]);
      expect(all).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\uFFFD]/u);
      expect(all.includes("[cut:") || text.length < 1000).toBe(true);
    },
    timeout,
  );
});
