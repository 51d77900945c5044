import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Random, seededRandom } from "@/lib/bench/random";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { checkAreas } from "@/lib/model/check";
import { grades, type Report } from "@/lib/model/report";
import { defaultSettings } from "@/lib/model/settings";
import { severities, verdictStatuses } from "@/lib/model/verdict";
import { countWords } from "@/lib/reports/scope-words";
import { exportText } from "@/lib/reports/test-export";
import { buildReport } from "@/lib/scan/build-report";
import { sha256 } from "@/lib/scan/sha256";
import { movedTo } from "@/lib/scan/test-accounts";
import { randomAccountOf } from "@/lib/scan/test-random-account";
import { scan, sorted } from "@/lib/scan/test-scan";
import { exportedFindings, exportedStreams } from "@/lib/server/test-exported";
import { pageFindings, parseFindingFilter } from "@/lib/server/finding-filter";
import { narrowReport } from "@/lib/server/narrow-report";
import { filterStreams, parseStreamFilter } from "@/lib/server/stream-filter";

const filtersPerReport = 10;
const seeds = [1, 2, 3, 4];
const timeout = 120_000;
const other = "444455556666";

let server: WireServer;
const reports = new Map<number, Report>();
beforeAll(async () => {
  const account = buildDemoAccount();
  server = await startWireServer(
    { ...account, organizationAccounts: [account.accountId, other].map((Id) => ({ Id, State: "ACTIVE" })) },
    { members: [movedTo(account, other)] },
  );
  const accounts = { roleName: "weir-auditor", externalId: `weir-${other}` };
  const { snapshot } = await scan(server.url, { request: { accounts } });
  for (const seed of seeds)
    reports.set(
      seed,
      buildReport({
        snapshot: randomAccountOf(snapshot, seed),
        settings: defaultSettings,
        set: "full",
        hash: sha256,
      }),
    );
}, timeout);
afterAll(() => server.close());

function reportOf(seed: number): Report {
  const report = reports.get(seed);
  if (!report) throw new TypeError(`There is no report ${seed}`);
  return report;
}

/** Values that a page may ask a report for, most of which leave something. */
function choicesOf({ findings, streams, principals, scan: { accounts, regions } }: Report) {
  const shared = { account: accounts.map(({ accountId }) => accountId), region: regions };
  return {
    findings: {
      ...shared,
      status: ["fail", "unknown", "waived"],
      severity: severities,
      check: findings.map(({ checkId }) => checkId),
      area: checkAreas,
      stream: streams.flatMap(({ arn, name }) => [arn, name]),
      principal: principals.map(({ arn }) => arn),
      q: findings.map(({ cause }) => cause.label.slice(2, 9)),
    },
    streams: {
      ...shared,
      environment: ["production", "non-production", "not-stated", "unknown"],
      grade: [...grades, "none"],
      encryption: ["none", "aws-managed", "customer", "unknown"],
      status: verdictStatuses,
      check: findings.map(({ checkId }) => checkId),
      q: streams.map(({ name }) => name.slice(0, 3)),
    },
  } as const;
}

function randomFilter(report: Report, random: Random): URLSearchParams {
  const view = random.percent(60) ? "findings" : "streams";
  const query = new URLSearchParams({ view });
  for (const [parameter, values] of Object.entries<readonly string[]>(choicesOf(report)[view])) {
    const value = values[random.below(values.length)];
    if (random.percent(22) && value !== undefined && value.trim() !== "") query.set(parameter, value);
  }
  return query;
}

/** What the page of a filter shows, walked from its first list to its last. */
function shownBy(report: Report, query: URLSearchParams): string[] {
  if (query.get("view") === "streams") {
    const { filter, problems } = parseStreamFilter(query);
    return problems.length > 0 ? ["not understood"] : filterStreams(report, filter).map(({ arn }) => arn);
  }
  const { filter, problems } = parseFindingFilter(query);
  if (problems.length > 0) return ["not understood"];
  return Array.from({ length: pageFindings(report, filter).pages }, (_, index) =>
    pageFindings(report, { ...filter, page: index + 1 }).findings.map(({ findingId }) => findingId),
  ).flat();
}

/** What the API says that there is. */
function totalOf(report: Report, query: URLSearchParams): number {
  return query.get("view") === "streams"
    ? filterStreams(report, parseStreamFilter(query).filter).length
    : pageFindings(report, parseFindingFilter(query).filter).total;
}

/** Formats that say how much they show; the last two say it in each finding. */
const wordy = ["md", "html", "sarif", "asff", "ocsf"] as const;

describe.each(seeds)("the report of seed %i", (seed) => {
  it.each(Array.from({ length: filtersPerReport }, (_, index) => index))(
    "shows by its filter %i what each export holds, and says how much that is",
    async (index) => {
      const report = reportOf(seed);
      const query = randomFilter(report, seededRandom(seed * 1000 + index));
      const narrowed = narrowReport(report, query);
      const shown = sorted(shownBy(report, query));
      expect(totalOf(report, query)).toBe(shown.length);
      const exported = query.get("view") === "streams" ? exportedStreams : exportedFindings;
      for (const [format, found] of Object.entries(await exported(narrowed)))
        expect([format, sorted(found)]).toEqual([format, shown]);
      const words = countWords(narrowed);
      for (const format of narrowed.findings.length > 0 ? wordy : wordy.slice(0, 3))
        expect([format, (await exportText(narrowed, format)).includes(words)]).toEqual([format, true]);
    },
    timeout,
  );

  it("is narrowed by most filters, and not to nothing by most", () => {
    const report = reportOf(seed);
    const left = Array.from({ length: filtersPerReport }, (_, index) => {
      const { findings, streams } = narrowReport(
        report,
        randomFilter(report, seededRandom(seed * 1000 + index)),
      );
      return findings.length / report.findings.length + streams.length / report.streams.length;
    });
    expect(left.filter((share) => share < 2).length).toBeGreaterThan(filtersPerReport / 2);
    expect(left.filter((share) => share > 0).length).toBeGreaterThan(filtersPerReport / 2);
  });

  it("has totals that are the sums over every choice of a filter", () => {
    const { findings, streams, totals, scan: of } = reportOf(seed);
    const count = (query: string) =>
      pageFindings(reportOf(seed), parseFindingFilter(new URLSearchParams(query)).filter).total;
    const sum = (parameter: string, values: readonly string[], rest = "") =>
      values.reduce((total, value) => total + count(`${parameter}=${value}${rest}`), 0);
    expect(totals.findings).toBe(findings.length);
    expect(sum("status", ["fail", "unknown", "waived"])).toBe(totals.findings);
    expect(sum("severity", severities)).toBe(totals.findings);
    expect(sum("area", checkAreas)).toBe(totals.findings);
    expect(
      sum(
        "account",
        of.accounts.map(({ accountId }) => accountId),
      ),
    ).toBe(totals.findings);
    for (const severity of severities)
      expect(count(`status=fail&severity=${severity}`)).toBe(totals.bySeverity[severity]);

    const streamsOf = (query: string) =>
      filterStreams(reportOf(seed), parseStreamFilter(new URLSearchParams(query)).filter).length;
    const sumOfStreams = (parameter: string, values: readonly string[]) =>
      values.reduce((total, value) => total + streamsOf(`${parameter}=${value}`), 0);
    expect(totals.streams).toBe(streams.length);
    expect(sumOfStreams("region", of.regions)).toBe(totals.streams);
    expect(sumOfStreams("grade", [...grades, "none"])).toBe(totals.streams);
    expect(sumOfStreams("environment", choicesOf(reportOf(seed)).streams.environment)).toBe(totals.streams);
    expect(sumOfStreams("encryption", choicesOf(reportOf(seed)).streams.encryption)).toBe(totals.streams);
  });

  it("counts for each finding the streams whose own verdicts name it", () => {
    const { findings, streams } = reportOf(seed);
    const named = new Map<string, Set<string>>();
    for (const { arn, verdicts } of streams)
      for (const { causes } of verdicts)
        for (const { findingId } of causes)
          named.set(findingId, (named.get(findingId) ?? new Set()).add(arn));
    for (const { findingId, streamArns, streams: count } of findings) {
      expect([findingId, count]).toEqual([findingId, named.get(findingId)?.size ?? 0]);
      expect(new Set(streamArns)).toEqual(named.get(findingId) ?? new Set());
    }
  });
});
