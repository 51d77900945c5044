import { grades, type Environment, type Grade, type Report, type ReportStream } from "@/lib/model/report";
import { verdictStatuses, type VerdictStatus } from "@/lib/model/verdict";
import { encryptionKinds, encryptionReader, type EncryptionKind } from "@/lib/server/stream-encryption";
import { isIn, type PlaceFilter } from "@/lib/model/place";
import { placeParameters, readPlace } from "@/lib/server/place-query";
import { QueryReader, type QueryInput, type QueryProblem } from "@/lib/server/query";
import { streamOrder, streamSorts, type StreamSort } from "@/lib/server/stream-sort";

const environmentNames = [
  "production",
  "non-production",
  "not-stated",
  "unknown",
] as const satisfies readonly Environment["name"][];

export interface StreamFilter extends PlaceFilter {
  /** Part of the name, ARN or a tag, without case. */
  readonly q?: string | undefined;
  readonly environment?: Environment["name"] | undefined;
  /** `none`: a stream without a score. */
  readonly grade?: Grade | "none" | undefined;
  readonly encryption?: EncryptionKind | undefined;
  /** With `check`: that check's status; alone: any check's. */
  readonly status?: VerdictStatus | undefined;
  /** A check's id; without `status` the streams that fail it. */
  readonly check?: string | undefined;
  readonly sort: StreamSort;
  readonly dir: "asc" | "desc";
}

export const streamFilterParameters = [
  "q",
  ...placeParameters,
  "environment",
  "grade",
  "encryption",
  "status",
  "check",
  "sort",
  "dir",
] as const;

/** What of a query could be understood, and what could not. */
export function parseStreamFilter(query: QueryInput): {
  readonly filter: StreamFilter;
  readonly problems: readonly QueryProblem[];
} {
  const reader = new QueryReader(query);
  const filter: StreamFilter = {
    q: reader.text("q", 256),
    ...readPlace(reader),
    environment: reader.oneOf("environment", environmentNames),
    grade: reader.oneOf("grade", [...grades, "none"]),
    encryption: reader.oneOf("encryption", encryptionKinds),
    status: reader.oneOf("status", verdictStatuses),
    check: reader.text("check", 64),
    sort: reader.oneOf("sort", streamSorts) ?? "score",
    dir: reader.oneOf("dir", ["asc", "desc"]) ?? "asc",
  };
  return { filter, problems: reader.problems };
}

/** The streams that a filter leaves, in its order. */
export function filterStreams(report: Report, filter: StreamFilter): ReportStream[] {
  const encryptionOf = encryptionReader(report);
  const order = streamOrder(filter.sort, filter.dir, encryptionOf);
  return report.streams
    .filter(
      (stream) =>
        matchesText(stream, filter.q) &&
        isIn(filter, stream) &&
        isOrUnset(filter.environment, stream.environment.name) &&
        isOrUnset(filter.grade, stream.score?.grade ?? "none") &&
        (filter.encryption === undefined || filter.encryption === encryptionOf(stream)) &&
        matchesVerdict(stream, filter),
    )
    .toSorted((a, b) => order(a, b) || compareText(a.arn, b.arn));
}

function isOrUnset<T>(wanted: T | undefined, actual: T): boolean {
  return wanted === undefined || wanted === actual;
}

function matchesVerdict({ verdicts }: ReportStream, { check, status }: StreamFilter): boolean {
  if (check === undefined && status === undefined) return true;
  const wanted = status ?? "fail";
  return verdicts.some((verdict) => verdict.status === wanted && isOrUnset(check, verdict.checkId));
}

function matchesText({ arn, name, facts }: ReportStream, q: string | undefined): boolean {
  if (q === undefined) return true;
  const wanted = q.toLowerCase();
  const tags = facts.tags.known
    ? Object.entries(facts.tags.value).map(([key, value]) => `${key}=${value}`)
    : [];
  return [arn, name, ...tags].some((text) => text.toLowerCase().includes(wanted));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
