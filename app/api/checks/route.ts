import { answer } from "@/lib/server/api";
import { loadChecks } from "@/lib/server/checks";

/** Every check, in the order of the course. */
export function GET(): Promise<Response> {
  return answer(async () => {
    const checks = await loadChecks();
    return { total: checks.length, checks };
  });
}
