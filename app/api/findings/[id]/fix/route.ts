import { answer, found } from "@/lib/server/api";
import { loadFix } from "@/lib/server/fixes";
import { HttpError } from "@/lib/server/http-error";
import { latestReport, scanHead } from "@/lib/server/latest-report";

/** How a failing finding of the latest scan is put right, and what that would change. */
export function GET(request: Request, { params }: RouteContext<"/api/findings/[id]/fix">): Promise<Response> {
  return answer(async () => {
    const { report } = await latestReport(request);
    const { id } = await params;
    const finding = found(
      report.findings.find(({ findingId }) => findingId === id),
      "The latest scan has no such finding.",
    );
    const fix = await loadFix(report, finding);
    if ("why" in fix) throw new HttpError("not-found", fix.why);
    return { ...scanHead(report), finding, fix: fix.view, whatIf: await fix.compare() };
  });
}
