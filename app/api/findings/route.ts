import { answer } from "@/lib/server/api";
import { refuse } from "@/lib/server/api-query";
import { findingFilterParameters, pageFindings, parseFindingFilter } from "@/lib/server/finding-filter";
import { latestReport, scanHead } from "@/lib/server/latest-report";

/** The findings of the latest scan, 50 a page. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { report, query } = await latestReport(request, findingFilterParameters);
    const { filter, problems } = parseFindingFilter(query);
    refuse(problems);
    return { ...scanHead(report), totals: report.totals, ...pageFindings(report, filter) };
  });
}
