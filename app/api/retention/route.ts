import { scanRetentionSchema } from "@/lib/model/retention";
import { answer } from "@/lib/server/api";
import { readJson } from "@/lib/server/read-json";
import { changeRetention, loadRetention } from "@/lib/server/retention";

/** For how long scans are kept. */
export function GET(): Promise<Response> {
  return answer(async () => ({ retention: await loadRetention() }));
}

/** Keeps them for another time; what is older goes at once. */
export function PUT(request: Request): Promise<Response> {
  return answer(async () => changeRetention(await readJson(request, scanRetentionSchema)));
}
