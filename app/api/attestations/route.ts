import { attestationInputSchema } from "@/lib/model/decision-input";
import { answer, json } from "@/lib/server/api";
import { giveAttestations } from "@/lib/server/decisions";
import { latestReport, scanHead } from "@/lib/server/latest-report";
import { readJson } from "@/lib/server/read-json";

/** What people confirmed of the latest scan's streams, and whether it holds. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { report } = await latestReport(request);
    return { ...scanHead(report), on: report.decisions.on, attestations: report.decisions.attestations };
  });
}

/** Keeps somebody's word about streams of the latest scan. */
export function POST(request: Request): Promise<Response> {
  return answer(async () =>
    json(await giveAttestations(await readJson(request, attestationInputSchema, 256 * 1024)), 201),
  );
}
