import { reportSchema } from "@/lib/model/report";

/** A report without what tells one run from another: ids, times, addresses and counts of calls. */
export function withoutTimes(reportText: string): string {
  const { scan, manifest: _manifest, ...rest } = reportSchema.parse(JSON.parse(reportText));
  const { id: _id, resumedAt: _resumedAt, endpoint: _endpoint, calls: _calls, ...told } = scan;
  return JSON.stringify({ ...rest, scan: told }, undefined, 1).replaceAll(
    /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g,
    "a time",
  );
}
