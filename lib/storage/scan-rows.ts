import { scanSummarySchema } from "@/lib/model/scan";
import type { ScanSummary } from "@/lib/model/scan";
import type { scans } from "@/lib/storage/schema";

type ScanRow = typeof scans.$inferSelect;

/** A row as the scan that it is; NULL is a member that is not there. */
export function parseScanRow(row: ScanRow): ScanSummary {
  return scanSummarySchema.parse(
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
  );
}
