import { waiverInputSchema } from "@/lib/model/decision-input";
import { answer, json } from "@/lib/server/api";
import { giveWaivers } from "@/lib/server/decisions";
import { latestReport, scanHead } from "@/lib/server/latest-report";
import { readJson } from "@/lib/server/read-json";

/** Every waiver of the latest scan's accounts, and whether it holds. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { report } = await latestReport(request);
    return { ...scanHead(report), on: report.decisions.on, waivers: report.decisions.waivers };
  });
}

/** Accepts findings of the latest scan. */
export function POST(request: Request): Promise<Response> {
  return answer(async () =>
    json(await giveWaivers(await readJson(request, waiverInputSchema, 256 * 1024)), 201),
  );
}
