import { answer, json } from "@/lib/server/api";
import { readJson } from "@/lib/server/read-json";
import { scanInputSchema } from "@/lib/server/scan-input";
import { loadScans, startScan } from "@/lib/server/scans";

export function GET(): Promise<Response> {
  return answer(async () => ({ scans: await loadScans() }));
}

/** Starts a scan; `{}` scans with what the server's own credentials and Region say. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const scan = await startScan(await readJson(request, scanInputSchema));
    return json({ scan }, 202, { location: `/api/scans/${scan.id}` });
  });
}
