import { z } from "zod";
import { reportSchema, type Report } from "@/lib/model/report";
import { reportFormats, tableNames, type ReportFormat, type TableName } from "@/lib/model/report-format";
import { countWords } from "@/lib/reports/scope-words";
import { canonicalJson } from "@/lib/scan/report/canonical-json";
import { sha256 } from "@/lib/scan/sha256";

const scanSchema = reportSchema.shape.scan.pick({
  id: true,
  accountId: true,
  identityArn: true,
  startedAt: true,
  finishedAt: true,
  source: true,
  endpoint: true,
  regions: true,
  set: true,
});

const bodySchema = z.object({
  kind: z.literal("weir-manifest"),
  schemaVersion: z.literal(1),
  /** The exact bytes of the file beside which it stands. */
  file: z.object({
    format: z.enum(reportFormats),
    table: z.enum(tableNames).exactOptional(),
    bytes: z.number().int(),
    sha256: z.string(),
  }),
  tool: reportSchema.shape.tool,
  /** Who scanned what, when, and from which source. */
  scan: scanSchema,
  filter: z.record(z.string(), z.string()).exactOptional(),
  /** How much of the scan the file shows. */
  shown: z.string(),
  report: reportSchema.shape.manifest,
});

const signatureSchema = z.object({
  algorithm: z.literal("Ed25519"),
  /** SubjectPublicKeyInfo, base64. */
  publicKey: z.string(),
  /** Of the canonical JSON of the members before `manifestSha256`, base64. */
  value: z.string(),
});

/** What stands beside an exported file, as FILE.manifest.json. */
export const fileManifestSchema = bodySchema.extend({
  /** Of the canonical JSON of the members before it: a damaged manifest is told from a damaged file. */
  manifestSha256: z.string(),
  signature: signatureSchema.exactOptional(),
});

export type FileManifest = z.infer<typeof fileManifestSchema>;
export type ManifestBody = z.infer<typeof bodySchema>;
export type ManifestSignature = z.infer<typeof signatureSchema>;

interface Exported {
  readonly format: ReportFormat;
  readonly table: TableName;
  readonly bytes: number;
  readonly sha256: string;
}

/** The manifest of a file. The same report gives the same manifest: what it dates is the scan. */
export function describeFile(report: Report, { format, table, ...file }: Exported): ManifestBody {
  const { tool, scan, filter, manifest } = report;
  return bodySchema.parse({
    kind: "weir-manifest",
    schemaVersion: 1,
    file: { format, ...(format === "csv" && { table }), ...file },
    tool,
    scan: scanSchema.parse(scan),
    ...(filter && { filter }),
    shown: countWords(report),
    report: manifest,
  });
}

/** What is hashed and signed: equal manifests give equal text. */
export function signedText(manifest: ManifestBody): string {
  return canonicalJson(bodySchema.parse(manifest));
}

/** A manifest as it is written. */
export function manifestText(body: ManifestBody, signature: ManifestSignature | undefined): string {
  const manifest: FileManifest = {
    ...body,
    manifestSha256: sha256(signedText(body)),
    ...(signature && { signature }),
  };
  return `${JSON.stringify(fileManifestSchema.parse(manifest), null, 2)}\n`;
}
