import { answer } from "@/lib/server/api";
import { latestReport, scanHead } from "@/lib/server/latest-report";

/** The users, groups and roles of the latest scan. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { report } = await latestReport(request);
    return { ...scanHead(report), total: report.principals.length, principals: report.principals };
  });
}
