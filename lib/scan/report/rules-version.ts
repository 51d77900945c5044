import type { Check } from "@/lib/model/check";
import { canonicalJson } from "@/lib/scan/report/canonical-json";

/**
 * Names the rules that a report was made by: it changes with what a check is called, weighs, reads or
 * says. The code of a check is named by the version of the tool beside it: a bundler rewrites it.
 */
export function rulesVersion(checks: readonly Check[], hash: (text: string) => string): string {
  return hash(canonicalJson(checks)).slice(0, 16);
}
