import type { Report } from "@/lib/model/report";
import type { CheckSet } from "@/lib/model/scan";
import type { AuditSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";

export interface BuildReportOptions {
  readonly snapshot: Snapshot;
  readonly settings: AuditSettings;
  readonly set: CheckSet;
  /** SHA-256 of a text in UTF-8, as lower-case hex. */
  readonly hash: (text: string) => string;
}

/** Judges a snapshot. The same snapshot, settings and set give the same report, byte for byte. */
export function buildReport(options: BuildReportOptions): Report {
  throw new Error(`not built: ${options.set}`);
}
