import { checkAreas, areaOf, type CheckArea } from "@/lib/model/check";
import type { Finding, Report } from "@/lib/model/report";
import { severities, type Severity } from "@/lib/model/verdict";
import { isArnIn, isIn, type PlaceFilter } from "@/lib/model/place";
import { placeParameters, readPlace } from "@/lib/server/place-query";
import { QueryReader, type QueryInput, type QueryProblem } from "@/lib/server/query";

const findingStatuses = ["fail", "unknown", "waived"] as const satisfies readonly Finding["status"][];
const sizePerPage = 50;

export interface FindingFilter extends PlaceFilter {
  readonly status?: Finding["status"] | undefined;
  readonly severity?: Severity | undefined;
  /** A check's id. */
  readonly check?: string | undefined;
  readonly area?: CheckArea | undefined;
  /** A stream's ARN or name: findings that weigh on it. */
  readonly stream?: string | undefined;
  /** A principal's ARN: findings about it or about a policy in force for it. */
  readonly principal?: string | undefined;
  /** Part of the cause's words, ids or the check's id, without case. */
  readonly q?: string | undefined;
  /** From 1. */
  readonly page: number;
}

export interface FindingPage {
  readonly findings: readonly Finding[];
  /** Over all pages. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly pageSize: number;
}

export const findingFilterParameters = [
  "status",
  "severity",
  "check",
  "area",
  ...placeParameters,
  "stream",
  "principal",
  "q",
  "page",
] as const;

/** What of a query could be understood, and what could not. */
export function parseFindingFilter(query: QueryInput): {
  readonly filter: FindingFilter;
  readonly problems: readonly QueryProblem[];
} {
  const reader = new QueryReader(query);
  const filter: FindingFilter = {
    status: reader.oneOf("status", findingStatuses),
    severity: reader.oneOf("severity", severities),
    check: reader.text("check", 64),
    area: reader.oneOf("area", checkAreas),
    ...readPlace(reader),
    stream: reader.text("stream"),
    principal: reader.text("principal"),
    q: reader.text("q", 256),
    page: reader.count("page") ?? 1,
  };
  return { filter, problems: reader.problems };
}

/** All findings that a filter leaves: fails before unknowns, the heaviest first. */
export function filterFindings(report: Report, filter: FindingFilter): Finding[] {
  const concerns = principalReader(report, filter.principal);
  const stream = streamReader(report, filter.stream);
  return report.findings
    .filter(
      (finding) =>
        isOrUnset(filter.status, finding.status) &&
        isOrUnset(filter.severity, finding.severity) &&
        isOrUnset(filter.check, finding.checkId) &&
        isOrUnset(filter.area, areaOf(finding.checkId)) &&
        isAt(filter, finding) &&
        stream(finding) &&
        concerns(finding) &&
        matchesText(finding, filter.q),
    )
    .toSorted(compareFindings);
}

/** One page of them. A page past the end is empty and says how many there are. */
export function pageFindings(report: Report, filter: FindingFilter): FindingPage {
  const all = filterFindings(report, filter);
  const start = (filter.page - 1) * sizePerPage;
  return {
    findings: all.slice(start, start + sizePerPage),
    total: all.length,
    page: filter.page,
    pages: Math.max(1, Math.ceil(all.length / sizePerPage)),
    pageSize: sizePerPage,
  };
}

function isOrUnset<T>(wanted: T | undefined, actual: T): boolean {
  return wanted === undefined || wanted === actual;
}

/** Where it was found, or where a stream is that it weighs on: what belongs to an account bears on all its Regions. */
function isAt(filter: PlaceFilter, { subjects, streamArns }: Finding): boolean {
  if (filter.account === undefined && filter.region === undefined) return true;
  return subjects.some((subject) => isIn(filter, subject)) || streamArns.some((arn) => isArnIn(filter, arn));
}

function streamReader({ streams }: Report, wanted: string | undefined): (finding: Finding) => boolean {
  if (wanted === undefined) return () => true;
  const arns = new Set(
    streams.filter(({ arn, name }) => arn === wanted || name === wanted).map(({ arn }) => arn),
  );
  return ({ streamArns }) => streamArns.some((arn) => arns.has(arn));
}

function principalReader({ principals }: Report, wanted: string | undefined): (finding: Finding) => boolean {
  if (wanted === undefined) return () => true;
  const policyIds = new Set(principals.find(({ arn }) => arn === wanted)?.policyIds);
  return ({ cause }) =>
    cause.id === wanted ||
    (cause.principals?.includes(wanted) ?? false) ||
    (cause.document !== undefined && policyIds.has(cause.document.policyId));
}

function matchesText({ checkId, findingId, cause, streamArns }: Finding, q: string | undefined): boolean {
  if (q === undefined) return true;
  const wanted = q.toLowerCase();
  const texts = [checkId, findingId, cause.id, cause.label, ...(cause.principals ?? []), ...streamArns];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    findingStatuses.indexOf(a.status) - findingStatuses.indexOf(b.status) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    b.streams - a.streams ||
    (a.findingId < b.findingId ? -1 : Number(a.findingId > b.findingId))
  );
}
