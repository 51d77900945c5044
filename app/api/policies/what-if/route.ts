import { answer } from "@/lib/server/api";
import { latestReport, scanHead } from "@/lib/server/latest-report";
import { readJson } from "@/lib/server/read-json";
import { judgeEdit, policyEditSchema } from "@/lib/server/what-if";

/** Twice what AWS takes as a policy, in quotes. */
const bytesMax = 128 * 1024;

/** What an edited policy of the latest scan would change; nothing is changed in AWS. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const edit = await readJson(request, policyEditSchema, bytesMax);
    const { report } = await latestReport(request);
    return { ...scanHead(report), policyId: edit.policyId, whatIf: await judgeEdit(report, edit) };
  });
}
