import type { Report } from "@/lib/model/report";

/** What stands above that which a scan could not read. */
export function notReadTitle({
  gaps,
  inactiveAccounts,
}: Pick<Report["scan"], "gaps" | "inactiveAccounts">): string {
  if (gaps.length > 0) return `What could not be read (${gaps.length})`;
  return inactiveAccounts ? "Everything was read of the active accounts" : "Everything was read";
}
