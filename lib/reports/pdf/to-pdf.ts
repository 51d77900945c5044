import { accountTitle } from "@/lib/format/account-words";
import { accountsIn } from "@/lib/model/scan-scope";
import exported from "pdfmake/js/Printer.js";
import { digestOf, type Digest } from "@/lib/reports/digest";
import { embeddedDigest } from "@/lib/reports/embedded";
import { checksById, type CheckEntry, type ExportInput, type ReportFonts } from "@/lib/reports/export-input";
import { appendix } from "@/lib/reports/pdf/back";
import { evidence } from "@/lib/reports/pdf/evidence";
import { cover, findingsList, summary } from "@/lib/reports/pdf/front";
import { colors } from "@/lib/reports/pdf/parts";
import { pdfText } from "@/lib/reports/pdf/pdf-text";
import { streamParts } from "@/lib/reports/pdf/streams";
import { sourceWords } from "@/lib/reports/scope-words";

const Printer = "default" in exported ? exported.default : exported;

/** What somebody leafs through, and what is laid out in seconds. */
const pdfLimits = { findings: 300, streams: 60, characters: 4_000_000 };

/** A report as a PDF of A4 pages, which holds the report itself as an attachment. */
export async function* toPdf({ report, checks, fonts }: ExportInput): AsyncGenerator<Uint8Array> {
  yield* renderPdf(digestOf(report, pdfLimits), checks, await fonts());
}

/** The file of a digest: the same digest gives the same bytes. */
export async function* renderPdf(
  digest: Digest,
  checks: readonly CheckEntry[],
  fonts: ReportFonts,
): AsyncGenerator<Uint8Array> {
  const files = new Map<unknown, Uint8Array | ArrayBuffer>([
    ["regular", fonts.regular],
    ["bold", fonts.bold],
    ["mono", fonts.mono],
    ["report", new TextEncoder().encode(embeddedDigest(digest)).slice().buffer],
  ]);
  // Nothing is read from disk or fetched: not for a font, not for an image, not for whatever a name looks like.
  const printer = new Printer(
    { Sans: { normal: "regular", bold: "bold" }, Mono: { normal: "mono", bold: "mono" } },
    { existsSync: (name) => files.has(name), readFileSync: (name) => files.get(name) },
    { resolve: () => undefined, resolved: () => Promise.resolve() },
    () => false,
  );
  const document = await printer.createPdfKitDocument(definition(digest, checks));
  document.end();
  yield* document;
}

function definition(digest: Digest, checks: readonly CheckEntry[]) {
  const { report } = digest;
  const { scan } = report;
  const at = new Date(scan.finishedAt);
  const note = sourceWords(scan);
  return {
    // Packed bytes differ from one version of the packer to the next, and with them what `weir verify` compares.
    compress: false,
    pageSize: "A4",
    pageMargins: [44, 52, 44, 48],
    language: "en",
    displayTitle: true,
    info: {
      title: "Weir report",
      author: "Weir",
      creator: "Weir",
      producer: "Weir",
      creationDate: at,
      modDate: at,
    },
    files: {
      report: {
        src: "report",
        name: "weir-report.json",
        type: "application/json",
        description: "The report that this file was made from",
        creationDate: at,
        modifiedDate: at,
      },
    },
    header: (page: number) =>
      page === 1
        ? ""
        : {
            text: pdfText(note ?? accountTitle(accountsIn(scan)), 150),
            style: "margin",
            margin: [44, 22, 44, 0],
          },
    footer: (page: number, pages: number) => ({
      columns: [
        { text: `Weir ${pdfText(report.tool.version, 40)}, scan ${pdfText(scan.id, 60)}`, style: "margin" },
        { text: `${page} of ${pages}`, style: "margin", alignment: "right" },
      ],
      margin: [44, 14, 44, 0],
    }),
    defaultStyle: { font: "Sans", fontSize: 9.5, lineHeight: 1.2, color: colors.ink },
    styles,
    content: [
      ...cover(digest),
      ...summary(report),
      ...findingsList(report.findings),
      ...evidence(report, checks),
      ...streamParts(report.streams, checksById(checks)),
      ...appendix(report, checks),
    ],
  };
}

const styles = {
  h1: { fontSize: 18, bold: true, margin: [0, 0, 0, 10] },
  h2: { fontSize: 12, bold: true, margin: [0, 12, 0, 4] },
  lead: { fontSize: 12, color: colors.muted },
  th: { bold: true, color: colors.muted },
  muted: { color: colors.muted },
  unknown: { color: colors.unknown },
  mono: { font: "Mono", fontSize: 8 },
  code: { font: "Mono", fontSize: 7.5, background: colors.sunken, margin: [0, 2, 0, 6] },
  note: { bold: true, color: "#4a3600", background: "#fff3cd", margin: [0, 6, 0, 10] },
  margin: { fontSize: 7.5, color: colors.muted },
};
