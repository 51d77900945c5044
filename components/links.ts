import { streamSegment } from "@/lib/format/stream-segment";
import type { ReportFormat } from "@/lib/model/report-format";
import type { CheckSet } from "@/lib/model/scan";

export interface Target {
  readonly pathname: string;
  readonly query: Readonly<Record<string, string>>;
  readonly hash?: string;
}

export type Query = Readonly<Record<string, string | number | undefined>>;

/** Makes the targets of a page's links; they keep the set of checks that the reader chose. */
export type Go = (pathname: string, query?: Query, hash?: string) => Target;

export function linksFor(set: CheckSet | undefined): Go {
  return (pathname, query = {}, hash) => ({
    pathname,
    query: compact({ ...query, set }),
    ...(hash !== undefined && { hash }),
  });
}

/** A query without what is not set. */
export function compact(query: Query): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [[name, String(value)] as const],
    ),
  );
}

export function streamPath(stream: { accountId: string; region: string; name: string }): string {
  const segments = [stream.accountId, stream.region, streamSegment(stream.name)];
  return `/streams/${segments.map(encodeURIComponent).join("/")}`;
}

/** Where an export of a scan is fetched, with the filters of the page that offers it. */
export function exportPath(scanId: string, format: ReportFormat, query: Query): string {
  const search = new URLSearchParams(compact(query)).toString();
  const path = `/api/scans/${encodeURIComponent(scanId)}/report/${format}`;
  return search === "" ? path : `${path}?${search}`;
}
