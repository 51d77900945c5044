import "server-only";
import type { WhatIf } from "@/lib/model/comparison";
import type { Report } from "@/lib/model/report";
import type { Snapshot } from "@/lib/model/snapshot";
import { whatIf } from "@/lib/reports/comparison/what-if";
import { judgedBy } from "@/lib/scan/judged-by";
import { HttpError } from "@/lib/server/http-error";
import { judgeOnce } from "@/lib/server/judge/judge-in-thread";
import { runtime } from "@/lib/server/runtime";

/** What a report was judged by. */
export async function snapshotOf({ scan }: Report): Promise<Snapshot> {
  const snapshot = await (await runtime()).store.snapshot(scan.id);
  if (!snapshot) throw new HttpError("not-found", "The scan was removed just now.");
  return snapshot;
}

/** An account judged again as it would be; it takes as long as judging takes. Nothing is changed in AWS. */
export async function judgeChanged(report: Report, changed: Snapshot): Promise<WhatIf> {
  const { store } = await runtime();
  const by = await judgedBy(store, report.scan.set, new Date());
  return whatIf(report, await judgeOnce({ ...by, snapshot: changed, settings: report.settings }));
}
