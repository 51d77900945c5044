import { answer } from "@/lib/server/api";
import { loadHistory } from "@/lib/server/history";
import { latestReport, scanHead } from "@/lib/server/latest-report";

/** How the scans of the latest scan's account came out, the oldest first. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { report } = await latestReport(request);
    return { ...scanHead(report), points: await loadHistory(report.scan, report.scan.set) };
  });
}
