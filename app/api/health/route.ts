import { answer } from "@/lib/server/api";
import { loadHealth } from "@/lib/server/health";

export function GET(): Promise<Response> {
  return answer(loadHealth);
}
