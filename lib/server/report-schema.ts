import "server-only";
import { z } from "zod";
import { reportSchema } from "@/lib/model/report";
import { requireViewer } from "@/lib/server/viewer";

/** The report's JSON Schema, made from the model that reports are parsed with. */
export async function loadReportSchema() {
  await requireViewer();
  return { title: "Weir report", ...z.toJSONSchema(reportSchema, { target: "draft-2020-12" }) };
}
