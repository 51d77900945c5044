import { answer } from "@/lib/server/api";
import { loadReportSchema } from "@/lib/server/report-schema";

/** The JSON Schema of the report. */
export function GET(): Promise<Response> {
  return answer(loadReportSchema);
}
