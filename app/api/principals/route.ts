import { answer } from "@/lib/server/api";
import { latestReport, scanHead } from "@/lib/server/latest-report";
import { loadPrincipals } from "@/lib/server/principals";

/**
 * The users, groups and roles of the latest scan, with what each can do to streams; and whom its policies name from
 * elsewhere.
 */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { report } = await latestReport(request);
    return { ...scanHead(report), total: report.principals.length, ...loadPrincipals(report) };
  });
}
