import { reportSchema, type Report } from "@/lib/model/report";

/**
 * A report as JSON: two spaces deep, members in the order of the model, a line end at its end.
 * The same report gives the same bytes, whichever way it came.
 */
export function toJson(report: Report): string {
  return `${JSON.stringify(reportSchema.parse(report), null, 2)}\n`;
}
