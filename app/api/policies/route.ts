import { answer, found } from "@/lib/server/api";
import { latestReport, scanHead } from "@/lib/server/latest-report";
import { loadPolicyView } from "@/lib/server/policies";

/** The policy documents of the latest scan; with `?id=` one of them, with the lines of its statements. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { report, query } = await latestReport(request, ["id"]);
    const policyId = query.get("id");
    if (policyId === null)
      return { ...scanHead(report), total: report.policies.length, policies: report.policies };
    const view = found(loadPolicyView(report, policyId), "The latest scan saw no such policy.");
    return { ...scanHead(report), ...view };
  });
}
