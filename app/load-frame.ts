import type { Frame } from "@/components/frame/shell";
import { loadConnection } from "@/lib/server/connection";
import { HttpError } from "@/lib/server/http-error";
import { loadLatestReport } from "@/lib/server/reports";
import { rescanOf } from "@/lib/server/rescan";
import { loadScans } from "@/lib/server/scans";
import { loadSource } from "@/lib/server/source";

/** What stands around every page; the sentence of what is wrong where Weir itself cannot work. */
export async function loadFrame(): Promise<Frame> {
  try {
    const [report, scans, source, connection] = await Promise.all([
      loadLatestReport(),
      loadScans(),
      loadSource(),
      loadConnection(),
    ]);
    const shownScan = scans.find(({ id }) => id === report?.scan.id);
    const shown = report && {
      kind: report.scan.source,
      ...(report.scan.endpoint !== undefined && { endpoint: report.scan.endpoint }),
    };
    return {
      kind: "ready",
      scan: report?.scan,
      source: shown ?? source,
      rescan: rescanOf(shownScan?.request, source, connection),
      runningScanId: scans.find(({ status }) => status === "running")?.id,
    };
  } catch (error) {
    if (error instanceof HttpError && error.code === "unavailable")
      return { kind: "unavailable", message: error.message };
    throw error;
  }
}
