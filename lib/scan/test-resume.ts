import { reportSchema } from "@/lib/model/report";

const times = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;

/** A report without what tells one run from another: ids, times, ages in days, addresses and counts of calls. */
export function withoutTimes(reportText: string): string {
  const { scan, manifest: _manifest, ...rest } = reportSchema.parse(JSON.parse(reportText));
  const { id: _id, resumedAt: _resumedAt, endpoint: _endpoint, calls: _calls, ...told } = scan;
  const text = JSON.stringify({ ...rest, scan: told })
    .replaceAll(times, "a time")
    .replaceAll(/\d+ days\b/g, "some days");
  return JSON.stringify(JSON.parse(text, sameReads), undefined, 1);
}

/** Calls that were answered in one millisecond are one in the evidence, and two otherwise. */
function sameReads(name: string, value: unknown): unknown {
  if (name !== "reads" || !Array.isArray(value)) return value;
  return [...new Set(value.map((read) => JSON.stringify(read)))];
}
