import { assert, constantFrom, property, record, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";
import { largeReport } from "@/lib/bench/large-report";
import type { FindingChangeKind } from "@/lib/model/comparison";
import type { Finding, Report } from "@/lib/model/report";
import { defaultSettings } from "@/lib/model/settings";
import { compareScans } from "@/lib/reports/comparison/compare-scans";

const whole = largeReport({ streams: 3, findings: 6 });
const first = whole.findings.find(({ status }) => status === "fail");
const region = whole.scan.regions[0] ?? "";

const arnOf = (name: string, place = region) => `arn:aws:kinesis:${place}:111122223333:stream/${name}`;

function finding(id: string, change: Partial<Finding> = {}): Finding {
  return {
    ...first!,
    findingId: id,
    checkId: "KDS-LP-03",
    severity: "high",
    status: "fail",
    subjects: [{ scope: "stream", accountId: whole.scan.accountId, region, id: `subject of ${id}` }],
    ...change,
  };
}

function report(findings: readonly Finding[], change: Partial<Report> = {}): Report {
  return { ...whole, findings: [...findings], ...change };
}

const compared = (before: Report, after: Report, rejudged = before) =>
  compareScans({ before, after, rejudged });
const told = (before: Report, after: Report, rejudged = before) =>
  compared(before, after, rejudged).findings.map(({ change, findingId }) => [change, findingId]);

describe("a finding", () => {
  const a = finding("a");

  it("is new or fixed", () => {
    expect(told(report([]), report([a]))).toEqual([["new", "a"]]);
    expect(told(report([a]), report([]))).toEqual([["fixed", "a"]]);
    expect(told(report([a]), report([a]))).toEqual([]);
  });

  it("changed, and says in what", () => {
    const once = { ...a.cause, label: "Once.", principals: ["p2", "p3", "p4", "p5"] };
    const cause = { ...a.cause, label: "It reads otherwise.", principals: ["p1"] };
    const later = finding("a", { severity: "critical", streamArns: [arnOf("s9")], cause });
    const [change] = compared(
      report([finding("a", { streamArns: [arnOf("s1")], cause: once })]),
      report([later]),
    ).findings;
    expect(change).toMatchObject({ change: "changed", label: "It reads otherwise." });
    expect(change?.details).toEqual([
      "It weighed as high and now as critical.",
      "It now concerns the stream s9.",
      "It no longer concerns the stream s1.",
      "It now concerns the principal p1.",
      "It no longer concerns the principals p2, p3, p4 and 1 more.",
      "It read: Once.",
    ]);
  });

  it("did not change by streams that one of the scans did not look at", () => {
    const scan = { ...whole.scan, regions: [region, "eu-south-2"] };
    const wide = finding("a", {
      streamArns: [arnOf("s1"), arnOf("s2", "eu-south-2")],
      cause: { ...a.cause, label: "It reaches 2 streams." },
    });
    const narrow = finding("a", { streamArns: [arnOf("s1")] });
    expect(
      told(report([wide], { scan }), report([narrow], { scan: { ...scan, regions: [region] } })),
    ).toEqual([]);
    expect(told(report([wide], { scan }), report([narrow], { scan }))).toEqual([["changed", "a"]]);
  });

  it("is accepted, and reopened", () => {
    const waived = finding("a", { status: "waived" });
    expect(told(report([a]), report([waived]))).toEqual([["accepted", "a"]]);
    expect(told(report([waived]), report([a]))).toEqual([["reopened", "a"]]);
    expect(told(report([waived]), report([]))).toEqual([["fixed", "a"]]);
  });

  it("is not fixed where its check could not be answered any more", () => {
    const unknown = finding("u", { status: "unknown", subjects: a.subjects });
    expect(told(report([a]), report([unknown]))).toEqual([["unreadable", "a"]]);
    expect(told(report([unknown]), report([a]))).toEqual([["readable", "a"]]);
    expect(told(report([]), report([unknown]))).toEqual([["unreadable", "u"]]);
    expect(told(report([unknown]), report([]))).toEqual([["readable", "u"]]);
    const elsewhere = finding("u", { status: "unknown" });
    expect(told(report([a]), report([elsewhere]))).toEqual([
      ["fixed", "a"],
      ["unreadable", "u"],
    ]);
    const otherCheck = finding("u", { status: "unknown", subjects: a.subjects, checkId: "KDS-LP-04" });
    expect(told(report([a]), report([otherCheck]))).toContainEqual(["fixed", "a"]);
  });

  it("came, went or changed by rules or settings alone where the earlier scan shows it by the later ones", () => {
    expect(told(report([]), report([a]), report([a]))).toEqual([["by-rules-new", "a"]]);
    expect(told(report([a]), report([]), report([]))).toEqual([["by-rules-gone", "a"]]);
    const low = finding("a", { severity: "low" });
    expect(told(report([a]), report([low]), report([low]))).toEqual([["by-rules-changed", "a"]]);
    expect(told(report([a]), report([low]), report([a]))).toEqual([["changed", "a"]]);
  });

  it("is not compared where one of the scans did not look", () => {
    const scan = { ...whole.scan, regions: ["eu-south-2"] };
    expect(told(report([a]), report([], { scan }))).toEqual([["not-compared", "a"]]);
    expect(told(report([], { scan }), report([a]))).toEqual([["not-compared", "a"]]);
  });

  it("of the account is compared only where the other scan looked at every Region that its own did", () => {
    const { accountId } = whole.scan;
    const ofAccount = finding("a", { subjects: [{ scope: "account", accountId, id: accountId }] });
    const wide = { ...whole.scan, regions: [...whole.scan.regions, "eu-south-2"] };
    expect(told(report([ofAccount], { scan: wide }), report([]))).toEqual([["not-compared", "a"]]);
    expect(told(report([]), report([ofAccount], { scan: wide }))).toEqual([["not-compared", "a"]]);
    expect(told(report([ofAccount]), report([], { scan: wide }))).toEqual([["fixed", "a"]]);
    expect(told(report([], { scan: wide }), report([ofAccount]))).toEqual([["new", "a"]]);
    const other = { ...a, cause: { ...a.cause, principals: ["p9"] } };
    expect(told(report([a]), report([other], { scan: wide }))).toEqual([]);
    expect(told(report([a]), report([other]))).toEqual([["changed", "a"]]);
  });
});

describe("scans of several accounts", () => {
  const accountAs = (accountId: string, regions: readonly string[]) => ({
    accountId,
    identityArn: `arn:aws:iam::${accountId}:role/auditor`,
    regions: [...regions],
  });
  const [one, two] = ["111122223333", "444455556666"] as const;
  const scanOf = (...accounts: ReturnType<typeof accountAs>[]) => ({
    scan: { ...whole.scan, regions: ["eu-west-1", "us-east-1"], accounts },
  });
  const both = scanOf(accountAs(one, ["us-east-1"]), accountAs(two, ["eu-west-1"]));
  const alone = scanOf(accountAs(one, ["us-east-1", "eu-west-1"]));
  const inRegion = (accountId: string, name: string) =>
    finding("a", { subjects: [{ scope: "region", accountId, region: name, id: name }] });

  it("do not compare an account that one of them did not look at", () => {
    expect(told(report([inRegion(two, "eu-west-1")], both), report([], alone))).toEqual([
      ["not-compared", "a"],
    ]);
    expect(told(report([], alone), report([inRegion(two, "eu-west-1")], both))).toEqual([
      ["not-compared", "a"],
    ]);
    expect(told(report([inRegion(one, "us-east-1")], both), report([], alone))).toEqual([["fixed", "a"]]);
  });

  it("take a Region for the account's own", () => {
    expect(told(report([inRegion(one, "eu-west-1")], alone), report([], both))).toEqual([
      ["not-compared", "a"],
    ]);
  });
});

it("counts each kind, and lists the heaviest first", () => {
  const later = report([
    finding("b"),
    finding("c", { severity: "critical" }),
    finding("d", { streams: 999 }),
  ]);
  const { counts, findings } = compared(report([finding("a")]), later);
  expect(counts).toMatchObject({ new: 3, fixed: 1, changed: 0 });
  expect(findings.map(({ findingId }) => findingId)).toEqual(["c", "d", "b", "a"]);
});

it("tells of streams that came, went or are scored otherwise, and of none where nobody looked", () => {
  const [one, two, three] = whole.streams;
  const worse = { ...two!, score: { worst: 1, best: 2, grade: "F" as const } };
  const before = report([], { streams: [one!, two!] });
  const { streams } = compared(before, report([], { streams: [worse, three!] }));
  expect(streams.map(({ arn, change }) => [arn, change]).toSorted(byText)).toEqual(
    [
      [one!.arn, "gone"],
      [two!.arn, "scored"],
      [three!.arn, "appeared"],
    ].toSorted(byText),
  );
  const scan = { ...whole.scan, regions: ["eu-south-2"] };
  expect(compared(before, report([], { streams: [], scan })).streams).toEqual([]);
});

it("tells what was declared otherwise, and whether the rules are others", () => {
  const settings = { ...whole.settings, unusedDaysMax: 30, retentionHoursMax: 999 };
  const manifest = { ...whole.manifest, rulesVersion: "other" };
  const comparison = compared(
    report([], { settings: defaultSettings }),
    report([], { settings: { ...defaultSettings, ...settings }, manifest }),
  );
  expect(comparison.rulesChanged).toBe(true);
  expect(comparison.settings).toContainEqual({ name: "unusedDaysMax", before: "90", after: "30" });
  expect(comparison.settings).toContainEqual({ name: "retentionHoursMax", after: "999" });
});

const mirror: Readonly<Partial<Record<FindingChangeKind, FindingChangeKind>>> = {
  new: "fixed",
  fixed: "new",
  accepted: "reopened",
  reopened: "accepted",
  unreadable: "readable",
  readable: "unreadable",
};

const findings = uniqueArray(
  record({
    id: constantFrom("a", "b", "c", "d", "e"),
    status: constantFrom("fail", "waived", "unknown"),
    severity: constantFrom("high", "low"),
    subject: constantFrom("s1", "s2", "s3"),
  }),
  { selector: ({ id }) => id },
);
const reports = findings.map((list) =>
  report(
    list.map(({ id, status, severity, subject }) =>
      finding(id, {
        status,
        severity,
        subjects: [{ scope: "stream", accountId: "1", region, id: subject }],
      }),
    ),
  ),
);

it("finds nothing between a scan and itself, whatever is in it", () => {
  assert(
    property(reports, (one) => {
      expect(told(one, one)).toEqual([]);
    }),
  );
});

it("tells the same backwards, with fixed for new", () => {
  assert(
    property(reports, reports, (one, other) => {
      const backwards = compared(other, one).findings.map(({ change, findingId }) => [
        mirror[change] ?? change,
        findingId,
      ]);
      expect(told(one, other).toSorted(byText)).toEqual(backwards.toSorted(byText));
    }),
  );
});

function byText(one: readonly unknown[], other: readonly unknown[]): number {
  return String(one).localeCompare(String(other));
}
