import type { Decisions } from "@/lib/model/decision";
import type { Report } from "@/lib/model/report";
import type { CheckSet } from "@/lib/model/scan";
import { defaultSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import { buildReport } from "@/lib/scan/build-report";
import { sha256 } from "@/lib/scan/sha256";

/** The report of a snapshot, with the settings that hold where nobody has declared others, and what was accepted. */
export function judge(snapshot: Snapshot, set: CheckSet, decisions?: Decisions): Report {
  const settings = defaultSettings;
  return buildReport({ snapshot, settings, set, hash: sha256, ...(decisions && { decisions }) });
}
