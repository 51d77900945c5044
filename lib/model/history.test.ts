import { expect, it } from "vitest";
import { largeReport } from "@/lib/bench/large-report";
import { ageOf, type HistoryPoint, historyPointSchema, toHistoryPoint } from "@/lib/model/history";

const report = largeReport({ streams: 3, findings: 6 });
const finding = report.findings.find(({ status }) => status === "fail")!;
const [region = ""] = report.scan.regions;

function point(day: number, change: Partial<HistoryPoint> = {}): HistoryPoint {
  const at = `2026-11-${String(day).padStart(2, "0")}T00:00:00.000Z`;
  return { ...toHistoryPoint(report), scanId: String(day), at, failing: [], unknownChecks: [], ...change };
}
const showing = (day: number) => point(day, { failing: [finding.findingId] });

it("keeps scores, findings that fail and checks without an answer", () => {
  const kept = toHistoryPoint(report);
  expect(historyPointSchema.parse(kept)).toEqual(kept);
  expect(kept.failing).toEqual(
    report.findings.filter(({ status }) => status !== "unknown").map(({ findingId }) => findingId),
  );
  expect(Object.keys(kept.streams)).toHaveLength(report.streams.length);
});

it("tells since when a finding stands, and when it was first seen", () => {
  const points = [showing(1), point(2), showing(3), showing(4)];
  expect(ageOf(finding, points)).toEqual({
    firstSeenAt: "2026-11-01T00:00:00.000Z",
    failingSince: "2026-11-03T00:00:00.000Z",
    scans: 2,
  });
  expect(ageOf(finding, points.toReversed())).toEqual(ageOf(finding, points));
});

it("does not end a run at a scan that could not tell", () => {
  const elsewhere = point(2, { regions: ["eu-south-2"] });
  const unread = point(3, { unknownChecks: [finding.checkId] });
  expect(ageOf(finding, [showing(1), elsewhere, unread, showing(4)])).toMatchObject({
    failingSince: "2026-11-01T00:00:00.000Z",
    scans: 2,
  });
  expect(finding.subjects.some((subject) => subject.region === region)).toBe(true);
});

it("does not end the run of an account's finding at a scan of fewer Regions than the newest", () => {
  const { accountId } = report.scan;
  const ofAccount = { ...finding, subjects: [{ scope: "account" as const, accountId, id: accountId }] };
  const wide = [region, "eu-south-2"];
  const newest = { ...showing(4), regions: wide };
  const ageAfter = (between: HistoryPoint) => ageOf(ofAccount, [showing(1), between, newest])?.scans;
  expect(ageAfter(point(2, { regions: [region] }))).toBe(2);
  expect(ageAfter(point(2, { regions: wide }))).toBe(1);
});

it("does not end a run at a scan of other accounts", () => {
  const accounts = [{ accountId: "444455556666", regions: report.scan.regions }];
  const ageAfter = (between: HistoryPoint) => ageOf(finding, [showing(1), between, showing(4)])?.scans;
  expect(ageAfter(point(2, { accounts }))).toBe(2);
  expect(ageAfter(point(2, { accounts: [...accounts, { ...report.scan, regions: [region] }] }))).toBe(1);
});

it("knows nothing of a finding that no scan shows", () => {
  expect(ageOf(finding, [point(1)])).toBeUndefined();
});
