import "server-only";
import { checks } from "@/lib/checks/registry";
import { findFormat, mediaTypeOf, renderReport, reportFormats } from "@/lib/reports/formats";
import { found } from "@/lib/server/api";
import { readQuery, readSet } from "@/lib/server/api-query";
import { HttpError } from "@/lib/server/http-error";
import { narrowingParameters, narrowReport } from "@/lib/server/narrow-report";
import { loadReport } from "@/lib/server/reports";

const titles = new Map<string, string>(checks.map(({ id, title }) => [id, title]));

/** A scan's report as a file to keep, with what the page's filters leave. */
export async function exportReport(scanId: string, formatName: string, request: Request): Promise<Response> {
  const format = findFormat(formatName);
  if (!format)
    throw new HttpError(
      "not-found",
      `There is no format of that name; there are ${reportFormats.join(", ")}.`,
    );

  const query = readQuery(request, ["set", ...narrowingParameters]);
  const report = found(await loadReport(scanId, readSet(query)), "There is no finished scan of that id.");
  const body = renderReport(narrowReport(report, query), format, (checkId) => titles.get(checkId) ?? "");
  const name = `weir-${report.scan.accountId}-${report.scan.id}-${report.scan.set}.${format}`;
  return new Response(body, {
    headers: {
      "content-type": mediaTypeOf(format),
      "content-disposition": `attachment; filename="${name.replaceAll(/[^\w.-]/g, "_")}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
