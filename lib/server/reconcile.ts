import "server-only";
import type { Reconciliation } from "@/lib/model/reconciliation";
import { readFileRows } from "@/lib/reports/reconcile/read-file-rows";
import { reconcile } from "@/lib/reports/reconcile/reconcile";
import { reconciliationToMarkdown } from "@/lib/reports/reconcile/reconciliation-markdown";
import { found } from "@/lib/server/api";
import { readQuery, readSet, refuse } from "@/lib/server/api-query";
import { HttpError } from "@/lib/server/http-error";
import { QueryReader } from "@/lib/server/query";
import { readText } from "@/lib/server/read-json";
import { loadLatestReport, loadReport } from "@/lib/server/reports";

const megabytesMax = 8;

/** None that a page of another origin can send without asking first. */
const mediaTypes = [
  "application/json",
  "application/jsonl",
  "application/x-ndjson",
  "text/csv",
  "application/octet-stream",
];

const formats: Readonly<Record<"json" | "md", { mediaType: string; write: (it: Reconciliation) => string }>> =
  {
    json: { mediaType: "application/json; charset=utf-8", write: (it) => `${JSON.stringify(it, null, 2)}\n` },
    md: { mediaType: "text/markdown; charset=utf-8", write: reconciliationToMarkdown },
  };

/**
 * Holds the file in the body to the newest scan, or to the one that `scan` names, judged by all checks unless `set` says
 * otherwise. The file is read and let go; nothing of it is stored.
 */
export async function reconcileUpload(formatName: string, request: Request): Promise<Response> {
  const format = Object.entries(formats).find(([name]) => name === formatName)?.[1];
  if (!format)
    throw new HttpError(
      "not-found",
      `There is no format of that name; there are ${Object.keys(formats).join(", ")}.`,
    );
  const query = readQuery(request, ["set", "scan"]);
  const reader = new QueryReader(query);
  const scanId = reader.text("scan", 64);
  refuse(reader.problems);
  const set = readSet(query) ?? "full";
  const report =
    scanId === undefined
      ? found(await loadLatestReport(set), "No scan has finished yet.")
      : found(await loadReport(scanId, set), "There is no finished scan of that id.");

  const read = readFileRows(await readUpload(request));
  if ("problem" in read) throw new HttpError("bad-request", `The file could not be read. ${read.problem}`);
  return new Response(format.write(reconcile(report, read.rows)), {
    headers: {
      "content-type": format.mediaType,
      "content-disposition": `attachment; filename="weir-reconciliation.${formatName}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}

async function readUpload(request: Request): Promise<string> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!mediaTypes.includes(type))
    throw new HttpError("unsupported-media-type", `Content-Type must be one of ${mediaTypes.join(", ")}.`);
  try {
    return await readText(request, megabytesMax * 1024 * 1024);
  } catch (error) {
    if (!(error instanceof HttpError) || error.code !== "too-large") throw error;
    throw new HttpError(
      "too-large",
      `The file is larger than ${megabytesMax} MB. Let the other tool write Kinesis alone (prowler aws --service kinesis), or use weir reconcile on the command line.`,
      { cause: error },
    );
  }
}
