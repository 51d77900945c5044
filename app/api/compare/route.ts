import { answer } from "@/lib/server/api";
import { comparisonOf } from "@/lib/server/comparisons";

/** What differs between two scans of one account. */
export function GET(request: Request): Promise<Response> {
  return answer(() => comparisonOf(request));
}
