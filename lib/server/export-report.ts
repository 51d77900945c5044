import "server-only";
import { exportInputOf } from "@/lib/exports/export-input-of";
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

  const query = readQuery(request, ["set", "table", ...narrowingParameters]);
  const report = found(await loadReport(scanId, readSet(query)), "There is no finished scan of that id.");
  const table = readTable(query);
  const chunks = encodeChunks(renderReport(exportInputOf(narrowReport(report, query)), format, table));
  return new Response(toStream(chunks), {
    headers: {
      "content-type": mediaTypeOf(format),
      "content-disposition": `attachment; filename="${fileNameOf(report, format, table)}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}

function readTable(query: URLSearchParams): TableName {
  const reader = new QueryReader(query);
  const table = reader.oneOf("table", tableNames);
  refuse(reader.problems);
  query.delete("table");
  return table ?? "findings";
}

function fileNameOf({ scan }: Report, format: ReportFormat, table: TableName): string {
  const part = format === "csv" && table !== "findings" ? `-${table}` : "";
  const name = `weir-${scan.accountId}-${scan.id}-${scan.set}${part}.${extensionOf(format)}`;
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
