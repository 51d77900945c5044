import { readFile } from "node:fs/promises";
import { checks } from "@/lib/checks/registry";
import type { Report } from "@/lib/model/report";
import type { ReportFormat, TableName } from "@/lib/model/report-format";
import { encodeChunks } from "@/lib/reports/encode-chunks";
import type { Chunks, ExportInput } from "@/lib/reports/export-input";
import { renderReport } from "@/lib/reports/formats";

/** A report with the words of the real checks and the real fonts. */
export function exportInput(report: Report): ExportInput {
  return { report, checks, fonts: readFonts };
}

async function readFonts() {
  const font = (name: string) => readFile(`node_modules/geist/dist/fonts/${name}`);
  return {
    regular: await font("geist-sans/Geist-Regular.ttf"),
    bold: await font("geist-sans/Geist-SemiBold.ttf"),
    mono: await font("geist-mono/GeistMono-Regular.ttf"),
  };
}

export async function exportBytes(report: Report, format: ReportFormat, table?: TableName): Promise<Buffer> {
  return bytesOf(renderReport(exportInput(report), format, table));
}

export async function exportText(report: Report, format: ReportFormat, table?: TableName): Promise<string> {
  return (await exportBytes(report, format, table)).toString("utf8");
}

async function bytesOf(chunks: Chunks): Promise<Buffer> {
  const blocks: Uint8Array[] = [];
  for await (const block of encodeChunks(chunks)) blocks.push(block);
  return Buffer.concat(blocks);
}
