import type { Severity, VerdictStatus } from "@/lib/model/verdict";
import { severityWords, statusWords } from "@/lib/format/words";
import { pdfText } from "@/lib/reports/pdf/pdf-text";

/** A part of a page, as pdfmake takes it. */
export type Part = string | { readonly [name: string]: unknown };

export const colors = {
  ink: "#16202a",
  muted: "#526170",
  line: "#dbe1e7",
  sunken: "#f0f4f7",
  accent: "#0b6a8f",
  critical: "#a3123a",
  high: "#b3410e",
  medium: "#8a5a00",
  low: "#4d6070",
  pass: "#1a7346",
  unknown: "#6a3fb5",
} as const;

/** A section of its own page, in the table of contents and in the outline. */
export function section(title: string, first = false): Part {
  return { text: title, style: "h1", tocItem: true, outline: true, ...(!first && { pageBreak: "before" }) };
}

export function subsection(title: string, ownPage = false): Part {
  return {
    text: pdfText(title, 120),
    style: "h2",
    tocItem: true,
    tocMargin: [14, 0, 0, 0],
    outline: true,
    ...(ownPage && { pageBreak: "before" }),
  };
}

/** Parts that stay on one page: a title stands over what it is the title of. */
export function together(parts: readonly Part[]): Part {
  return { stack: parts, unbreakable: true };
}

export function paragraph(text: string, style?: string): Part {
  return { text: pdfText(text, 4000), margin: [0, 0, 0, 5], ...(style !== undefined && { style }) };
}

/** A4 less its margins, and what a table puts between its columns, in points. */
const contentWidth = 507;
const columnGap = 16;

/** Names and what they are. */
export function facts(rows: Iterable<readonly [string, string]>): Part {
  const body = [...rows].map(([what, value]) => [{ text: what, color: colors.muted }, pdfText(value)]);
  return { layout: "noBorders", margin: [0, 2, 0, 8], table: { widths: [120, 370], body } };
}

/**
 * A list whose header stands on each of its pages. Widths are in points, the rest for the column without one: a column that
 * took its width from its longest word would push others off the page.
 */
export function grid(
  columns: readonly (readonly [title: string, width?: number])[],
  rows: readonly (readonly (Part | readonly Part[])[])[],
): Part {
  const taken = columns.reduce((sum, [, width = 0]) => sum + width, columnGap * (columns.length - 1));
  const header = columns.map(([text]) => ({ text, style: "th" }));
  return {
    layout: "lightHorizontalLines",
    margin: [0, 2, 0, 10],
    fontSize: 8,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(([, width]) => width ?? contentWidth - taken),
      body: [header, ...rows],
    },
  };
}

export function status(of: VerdictStatus, severity: Severity): Part {
  if (of === "fail") return { text: severityWords[severity], bold: true, color: colors[severity] };
  const color = of === "pass" || of === "unknown" ? colors[of] : colors.muted;
  return { text: statusWords[of], bold: true, color };
}

/** Filled to worst, hatched from worst to best: what is hatched is not known. */
export function scoreBar(worst: number, best: number, width = 320): Part {
  const x = (points: number) => (points / 100) * width;
  const lines = [];
  for (let at = worst; at < best; at += 1)
    lines.push({
      type: "line",
      x1: x(at),
      y1: 10,
      x2: x(Math.min(at + 1, best)),
      y2: 0,
      lineWidth: 0.7,
      lineColor: colors.unknown,
    });
  return {
    margin: [0, 2, 0, 6],
    canvas: [
      { type: "rect", x: 0, y: 0, w: width, h: 10, color: colors.sunken },
      { type: "rect", x: 0, y: 0, w: x(worst), h: 10, color: colors.accent },
      ...lines,
      { type: "rect", x: 0, y: 0, w: width, h: 10, lineColor: colors.line, lineWidth: 0.5 },
    ],
  };
}

export interface Bar {
  readonly name: string;
  readonly color: string;
  readonly count: number;
}

export function bars(entries: readonly Bar[]): Part {
  const most = Math.max(1, ...entries.map(({ count }) => count));
  return {
    layout: "noBorders",
    margin: [0, 2, 0, 8],
    table: {
      widths: [90, 40, 300],
      body: entries.map(({ name, color, count }) => [
        name,
        { text: String(count), alignment: "right" },
        {
          canvas: [
            { type: "rect", x: 4, y: 2, w: count === 0 ? 0 : Math.max(2, (count / most) * 280), h: 8, color },
          ],
        },
      ]),
    },
  };
}
