import { startAccessCheck } from "@/lib/server/access";
import { answer } from "@/lib/server/api";
import { readJson } from "@/lib/server/read-json";
import { accessInputSchema } from "@/lib/server/scan-input";

/** Tries each call of a scan once. That a scan could not begin is an answer too: `outcome.status` tells them apart. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => ({
    check: await startAccessCheck(await readJson(request, accessInputSchema), request.signal),
  }));
}
