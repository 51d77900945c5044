import { read, utils } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { type Report, reportSchema } from "@/lib/model/report";
import type { TableName } from "@/lib/model/report-format";
import { exportBytes, exportText } from "@/lib/reports/test-export";

const findingRows = z.array(z.looseObject({ findingId: z.string() }));
const streamRows = z.array(z.looseObject({ streamArn: z.string() }));
const sarifSchema = z.object({
  runs: z
    .array(
      z.object({
        results: z.array(z.object({ partialFingerprints: z.object({ "weirFindingId/v1": z.string() }) })),
      }),
    )
    .length(1),
});
const asffSchema = z.array(z.object({ Id: z.string() }));
const ocsfSchema = z.object({ finding_info: z.object({ uid: z.string() }) });

/** The ids of the findings in a file of each format that lists all of them, each read by a parser of its own. */
export async function exportedFindings(report: Report): Promise<Readonly<Record<string, readonly string[]>>> {
  const [sarif, asff, ocsf, html] = await Promise.all(
    (["sarif", "asff", "ocsf", "html"] as const).map((format) => exportText(report, format)),
  );
  return {
    json: reportSchema
      .parse(JSON.parse(await exportText(report, "json")))
      .findings.map(({ findingId }) => findingId),
    csv: findingRows.parse(await csvRows(report, "findings")).map(({ findingId }) => findingId),
    xlsx: findingRows.parse(await sheetRows(report, "Findings")).map(({ findingId }) => findingId),
    sarif: sarifSchema
      .parse(JSON.parse(sarif ?? ""))
      .runs.flatMap(({ results }) => results.map((result) => result.partialFingerprints["weirFindingId/v1"])),
    // One about many resources is written in parts.
    asff: [
      ...new Set(
        linesOf(asff)
          .flatMap((line) => asffSchema.parse(JSON.parse(line)))
          .map(({ Id }) => Id.split("/")[1] ?? ""),
      ),
    ],
    ocsf: linesOf(ocsf).map((line) => ocsfSchema.parse(JSON.parse(line)).finding_info.uid),
    html: [...(html ?? "").matchAll(/<details data-entry id="finding-([\w-]+)"/g)].map(([, id]) => id ?? ""),
  };
}

/** The same for streams. */
export async function exportedStreams(report: Report): Promise<Readonly<Record<string, readonly string[]>>> {
  return {
    json: reportSchema.parse(JSON.parse(await exportText(report, "json"))).streams.map(({ arn }) => arn),
    csv: streamRows.parse(await csvRows(report, "streams")).map(({ streamArn }) => streamArn),
    xlsx: streamRows.parse(await sheetRows(report, "Streams")).map(({ streamArn }) => streamArn),
  };
}

async function csvRows(report: Report, table: TableName): Promise<unknown> {
  return parse(await exportText(report, "csv", table), { columns: true, bom: true });
}

async function sheetRows(report: Report, name: string): Promise<unknown> {
  const sheet = read(await exportBytes(report, "xlsx")).Sheets[name];
  return sheet ? utils.sheet_to_json(sheet) : undefined;
}

function linesOf(text: string | undefined): string[] {
  return (text ?? "").split("\n").filter((line) => line !== "");
}
