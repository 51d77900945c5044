import type { SilentCheck, UnaskedCheck } from "@/lib/model/reconciliation";
import type { Report } from "@/lib/model/report";
import { verdictOn } from "@/lib/reports/reconcile/compare-row";
import { counterpartOf, counterparts, type Counterpart } from "@/lib/reports/reconcile/counterparts";
import type { FileRow } from "@/lib/reports/reconcile/file-row";

/** By check, the streams that no row of the file names for it. */
export function silentChecks(
  { streams }: Report,
  rows: readonly FileRow[],
  asked: readonly Counterpart[],
): SilentCheck[] {
  const named = new Set<string>();
  for (const row of rows) {
    if (row.kind !== "finding") continue;
    const { tool, checkId, streamArn } = row.theirs;
    const counterpart = counterpartOf(tool, checkId);
    if (counterpart) named.add(`${counterpart.checkId} ${streamArn}`);
  }
  return [...new Set(asked.map(({ checkId }) => checkId))].flatMap((checkId) => {
    const silent = streams.flatMap((stream) => {
      const verdict = verdictOn(stream, checkId);
      if (!verdict || named.has(`${checkId} ${stream.arn}`)) return [];
      return [{ arn: stream.arn, name: stream.name, status: verdict.status }];
    });
    if (silent.length === 0) return [];
    const theirChecks = asked.filter((each) => each.checkId === checkId).map(({ theirCheck }) => theirCheck);
    return [{ checkId, theirChecks, streams: silent }];
  });
}

/** Checks with findings that no other tool has a check for. */
export function unaskedChecks({ findings }: Report): UnaskedCheck[] {
  const asked = new Set(counterparts.map(({ checkId }) => checkId));
  const ids = [...new Set(findings.map(({ checkId }) => checkId))].filter((id) => !asked.has(id)).toSorted();
  return ids.flatMap((checkId) => {
    const own = findings.filter((finding) => finding.checkId === checkId);
    const failing = own.filter(({ status }) => status === "fail").length;
    const unknown = own.filter(({ status }) => status === "unknown").length;
    return failing + unknown === 0 ? [] : [{ checkId, failing, unknown }];
  });
}
