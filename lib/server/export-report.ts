import "server-only";
import { fileWords } from "@/lib/format/account-words";
import { accountsIn } from "@/lib/model/scan-scope";
import { readConfig } from "@/lib/config/config";
import { CountedBytes } from "@/lib/exports/count-bytes";
import { exportInputOf } from "@/lib/exports/export-input-of";
import { describeFile, manifestText } from "@/lib/exports/file-manifest";
import { readPrivateKey, signManifest } from "@/lib/exports/sign";
import { encodeChunks } from "@/lib/reports/encode-chunks";
import type { Report } from "@/lib/model/report";
import { reportFormats, tableNames, type ReportFormat, type TableName } from "@/lib/model/report-format";
import { extensionOf, findFormat, mediaTypeOf, renderReport } from "@/lib/reports/formats";
import { found } from "@/lib/server/api";
import { readQuery, readSet, refuse } from "@/lib/server/api-query";
import { HttpError } from "@/lib/server/http-error";
import { narrowingParameters, narrowReport } from "@/lib/server/narrow-report";
import { QueryReader } from "@/lib/server/query";
import { loadReport } from "@/lib/server/reports";

/** A scan's report as a file to keep, with what the page's filters leave; `table` says what a CSV lists. */
export async function exportReport(scanId: string, formatName: string, request: Request): Promise<Response> {
  const format = findFormat(formatName);
  if (!format)
    throw new HttpError(
      "not-found",
      `There is no format of that name; there are ${reportFormats.join(", ")}.`,
    );

  const query = readQuery(request, ["set", "table", "manifest", ...narrowingParameters]);
  const report = found(await loadReport(scanId, readSet(query)), "There is no finished scan of that id.");
  const { table, isManifest } = readWish(query);
  const narrowed = narrowReport(report, query);
  const chunks = encodeChunks(renderReport(exportInputOf(narrowed), format, table));
  const name = fileNameOf(report, format, table);
  if (isManifest)
    return file(
      await manifestOf(narrowed, { format, table, chunks }),
      `${name}.manifest.json`,
      "application/json; charset=utf-8",
    );
  return file(toStream(chunks), name, mediaTypeOf(format));
}

function file(body: BodyInit, name: string, mediaType: string): Response {
  return new Response(body, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}

/** What stands beside the file that the same address gives without `manifest=1`. */
async function manifestOf(
  report: Report,
  {
    format,
    table,
    chunks,
  }: { format: ReportFormat; table: TableName; chunks: AsyncIterable<Uint8Array<ArrayBuffer>> },
): Promise<string> {
  const counted = new CountedBytes();
  for await (const _chunk of counted.pass(chunks));
  const body = describeFile(report, { format, table, ...counted.result() });
  const { signingKeyFile } = readConfig(process.env);
  const key = signingKeyFile === undefined ? undefined : await readPrivateKey(signingKeyFile);
  return manifestText(body, key && signManifest(body, key));
}

/** What of the query says how the file is written; the rest says what stands in it. */
function readWish(query: URLSearchParams): { table: TableName; isManifest: boolean } {
  const reader = new QueryReader(query);
  const table = reader.oneOf("table", tableNames) ?? "findings";
  const isManifest = reader.oneOf("manifest", ["1"]) === "1";
  refuse(reader.problems);
  query.delete("table");
  query.delete("manifest");
  return { table, isManifest };
}

function fileNameOf({ scan }: Report, format: ReportFormat, table: TableName): string {
  const part = format === "csv" && table !== "findings" ? `-${table}` : "";
  const name = `weir-${fileWords(accountsIn(scan))}-${scan.id}-${scan.set}${part}.${extensionOf(format)}`;
  return name.replaceAll(/[^\w.-]/g, "_");
}

/** Makes a piece when the reader asks for it, and none for a reader that has gone. */
function toStream(chunks: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
