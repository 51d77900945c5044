import { createHash } from "node:crypto";
import type { Report } from "@/lib/model/report";
import type { CheckSet } from "@/lib/model/scan";
import { defaultSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import { buildReport } from "@/lib/scan/build-report";

/** The report of a snapshot, with the settings that hold where nobody has declared others. */
export function judge(snapshot: Snapshot, set: CheckSet): Report {
  const hash = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
  return buildReport({ snapshot, settings: defaultSettings, set, hash });
}
