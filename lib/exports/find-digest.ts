import { parseDigest } from "@/lib/reports/embedded";
import type { Digest } from "@/lib/reports/digest";
import { reportSchema } from "@/lib/model/report";

/** The formats that hold the report that they were made from. */
export type HoldingFormat = "json" | "html" | "pdf";

export interface Held {
  readonly format: HoldingFormat;
  readonly digest: Digest;
}

/** The report that stands in a file of a format, or undefined where none does that can be read. */
export function findDigest(bytes: Buffer, format: HoldingFormat): Held | undefined {
  const digest = readers[format](bytes);
  return digest && { format, digest };
}

/** By the file's name, else by how it begins; a file of another format holds no report. */
export function formatOf(bytes: Buffer, name: string): HoldingFormat | undefined {
  const extension = /\.(json|html|pdf)$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === "json" || extension === "html" || extension === "pdf") return extension;
  const head = bytes.subarray(0, 64).toString("latin1");
  if (head.startsWith("%PDF-")) return "pdf";
  if (/^<!doctype html>/i.test(head)) return "html";
  return head.startsWith('{\n  "schemaVersion": 1,') ? "json" : undefined;
}

const readers: Readonly<Record<HoldingFormat, (bytes: Buffer) => Digest | undefined>> = {
  json: (bytes) => {
    const report = reportSchema.safeParse(parse(bytes.toString("utf8"))).data;
    return report && { report };
  },
  html: (bytes) => between(bytes, '<script type="application/json" id="weir-report">', "</script>", 0),
  // The length that the file states would do too; whatever is read is held to the whole file afterwards.
  pdf: (bytes) => between(bytes, "stream\n", "\nendstream", bytes.indexOf("/Type /EmbeddedFile")),
};

function between(bytes: Buffer, before: string, after: string, from: number): Digest | undefined {
  if (from < 0) return undefined;
  const start = bytes.indexOf(before, from);
  const end = start < 0 ? -1 : bytes.indexOf(after, start);
  return end < 0 ? undefined : parseDigest(bytes.subarray(start + before.length, end).toString("utf8"));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
