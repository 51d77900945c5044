import { answer } from "@/lib/server/api";
import { readJson } from "@/lib/server/read-json";
import { simulateLineSchema, startSimulation } from "@/lib/server/simulate";

/** Far more than AWS lets the policies of one request be together. */
const bytesMax = 512 * 1024;

/** Decides a request by the policies that come with it, as `weir simulate` does. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => startSimulation(await readJson(request, simulateLineSchema, bytesMax)));
}
