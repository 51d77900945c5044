import type { Frame } from "@/components/frame/shell";
import { HttpError } from "@/lib/server/http-error";
import { loadLatestReport } from "@/lib/server/reports";
import { loadScans } from "@/lib/server/scans";
import { loadSource } from "@/lib/server/source";

/** What stands around every page; the sentence of what is wrong where Weir itself cannot work. */
export async function loadFrame(): Promise<Frame> {
  try {
    const [report, scans, source] = await Promise.all([loadLatestReport(), loadScans(), loadSource()]);
    const shown = report && {
      kind: report.scan.source,
      ...(report.scan.endpoint !== undefined && { endpoint: report.scan.endpoint }),
    };
    return {
      kind: "ready",
      scan: report?.scan,
      source: shown ?? source,
      runningScanId: scans.find(({ status }) => status === "running")?.id,
    };
  } catch (error) {
    if (error instanceof HttpError && error.code === "unavailable")
      return { kind: "unavailable", message: error.message };
    throw error;
  }
}
