import { answer } from "@/lib/server/api";
import { latestReport, scanHead } from "@/lib/server/latest-report";

/** The KMS keys that the streams of the latest scan are encrypted with. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { report } = await latestReport(request);
    return { ...scanHead(report), total: report.keys.length, keys: report.keys };
  });
}
