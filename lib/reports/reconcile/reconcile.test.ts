import { describe, expect, it } from "vitest";
import type { Reconciliation } from "@/lib/model/reconciliation";
import type { Report, ReportStream, StreamVerdict } from "@/lib/model/report";
import type { VerdictStatus } from "@/lib/model/verdict";
import { readFileRows } from "@/lib/reports/reconcile/read-file-rows";
import { reconcile } from "@/lib/reports/reconcile/reconcile";
import {
  asffFinding,
  ocsfFinding,
  prowlerCsv,
  type ForeignRow,
} from "@/lib/reports/reconcile/test-foreign-files";
import { sampleReport } from "@/lib/reports/test-hostile";
import { buildFinding } from "@/lib/reports/test-report";

const encrypted = "kinesis_stream_encrypted_at_rest";
const retention = "kinesis_stream_data_retention_period";
const arn = "arn:aws:kinesis:us-east-1:111122223333:stream/orders";

/** The sample's first stream, named `orders`, with these verdicts and no others. */
function reportWith(statuses: Readonly<Record<string, VerdictStatus>>, change: Partial<Report> = {}): Report {
  const report = sampleReport();
  const [stream] = report.streams;
  if (!stream) throw new Error("the sample is empty");
  const verdicts = Object.entries(statuses).map(([checkId, status]) => verdictOf(stream, checkId, status));
  const { filter: _, ...whole } = {
    ...report,
    streams: [{ ...stream, arn, name: "orders", verdicts }],
    ...change,
  };
  return whole;
}

function verdictOf(
  { verdicts: [verdict] }: ReportStream,
  checkId: string,
  status: VerdictStatus,
): StreamVerdict {
  if (!verdict) throw new Error("the sample is empty");
  return {
    ...verdict,
    checkId,
    status,
    evidence: `${checkId} was seen.`,
    gaps: [],
    reads: [{ action: "kinesis:DescribeStreamSummary", at: "2026-11-02T10:00:05.000Z" }],
  };
}

function held(report: Report, file: string): Reconciliation {
  const read = readFileRows(file);
  if ("problem" in read) throw new Error(read.problem);
  return reconcile(report, read.rows);
}

const formats = {
  "Prowler CSV": (rows: readonly ForeignRow[]) => prowlerCsv(rows),
  "Prowler OCSF": (rows: readonly ForeignRow[]) => JSON.stringify(rows.map(ocsfFinding), null, 4),
};

describe.each(Object.entries(formats))("%s", (_, write) => {
  it.each([
    {
      theirs: "PASS",
      ours: { "KDS-REST-01": "pass", "KDS-REST-02": "pass" },
      bucket: "agree",
      by: "KDS-REST-01",
    },
    {
      theirs: "FAIL",
      ours: { "KDS-REST-01": "fail", "KDS-REST-02": "not-applicable" },
      bucket: "agree",
      by: "KDS-REST-01",
    },
    { theirs: "FAIL", ours: { "KDS-REST-01": "waived" }, bucket: "agree", by: "KDS-REST-01" },
    {
      theirs: "FAIL",
      ours: { "KDS-REST-01": "fail", "KDS-REST-02": "fail" },
      bucket: "agree",
      by: "KDS-REST-01",
    },
    { theirs: "PASS", ours: { "KDS-REST-01": "fail" }, bucket: "disagree", by: "KDS-REST-01" },
    { theirs: "FAIL", ours: { "KDS-REST-01": "pass" }, bucket: "disagree", by: "KDS-REST-01" },
    {
      theirs: "PASS",
      ours: { "KDS-REST-01": "pass", "KDS-REST-02": "fail" },
      bucket: "disagree",
      by: "KDS-REST-02",
    },
    {
      theirs: "PASS",
      ours: { "KDS-REST-01": "pass", "KDS-REST-02": "unknown" },
      bucket: "agree",
      by: "KDS-REST-01",
    },
    { theirs: "PASS", ours: { "KDS-REST-01": "pass" }, bucket: "agree", by: "KDS-REST-01" },
    { theirs: "PASS", ours: { "KDS-REST-01": "unknown" }, bucket: "undecided", by: "KDS-REST-01" },
    { theirs: "MANUAL", ours: { "KDS-REST-01": "pass" }, bucket: "undecided", by: "KDS-REST-01" },
    { theirs: "constructor", ours: { "KDS-REST-01": "pass" }, bucket: "undecided", by: "KDS-REST-01" },
  ] as const)("$theirs beside $ours: $bucket by $by", ({ theirs, ours, bucket, by }) => {
    const reconciliation = held(reportWith(ours), write([{ check: encrypted, status: theirs, arn }]));

    expect(reconciliation.counts).toMatchObject({ [bucket]: 1 });
    expect(reconciliation[bucket]).toMatchObject([
      { streamName: "orders", checkId: by, theirs: { tool: "prowler", word: theirs, streamArn: arn } },
    ]);
    expect(Object.values(reconciliation.counts).reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it("says why they disagree: what was read here, by which call, and what the two do otherwise", () => {
    const file = write([{ check: encrypted, status: "PASS", arn, at: "2026-11-01T08:00:00" }]);
    const [stricter] = held(reportWith({ "KDS-REST-01": "pass", "KDS-REST-02": "fail" }), file).disagree;
    const [opposite] = held(reportWith({ "KDS-REST-01": "fail" }), file).disagree;

    expect(stricter?.because).toEqual([
      "KDS-REST-02 was seen.",
      "Weir read it by kinesis:DescribeStreamSummary at 2026-11-02 10:00:05 UTC.",
      expect.stringContaining("Prowler passes any KMS key"),
    ]);
    expect(opposite?.because.join(" ")).toMatch(/may not describe .* of 2026-11-01T08:00:00;/);
  });

  it("keeps what is accepted there, and lists other checks, streams and resources apart", () => {
    const rows = [
      { check: encrypted, status: "FAIL", arn, accepted: true },
      { check: "kinesis_stream_new", status: "FAIL", arn },
      { check: encrypted, status: "PASS", arn: `${arn}-other` },
      { check: encrypted, status: "PASS", arn: arn.replace("us-east-1", "eu-west-1") },
      { check: encrypted, status: "PASS", arn: arn.replace("111122223333", "444455556666") },
      { check: retention, status: "PASS", arn },
      { check: "s3_bucket_public", status: "FAIL", arn: "arn:aws:s3:::orders" },
      { check: "kinesis_consumer", status: "FAIL", arn: `${arn}/consumer/a:1` },
    ];
    const reconciliation = held(reportWith({ "KDS-REST-01": "fail" }), write(rows));

    expect(reconciliation.agree).toMatchObject([{ theirs: { accepted: true } }]);
    expect(reconciliation.onlyThere.map(({ because }) => because)).toEqual([
      "No check of Weir asks the same.",
      "The scan found no such stream: it was made after the scan, or deleted before it.",
      "The scan did not look at this Region.",
      "The scan was of another account.",
      "The scan did not judge KDS-OPS-02.",
    ]);
    expect(reconciliation.aside).toEqual([{ what: "about other resources", rows: 2 }]);
    expect(reconciliation).toMatchObject({
      rows: 8,
      tools: ["prowler"],
      counts: { aside: 2, "only-there": 5 },
    });
  });
});

describe("Security Hub", () => {
  it.each([
    { check: "Kinesis.1", by: "KDS-REST-01" },
    { check: "Kinesis.2", by: "KDS-OPS-03" },
    { check: "Kinesis.3", by: "KDS-OPS-02" },
  ])("$check asks what $by asks", ({ check, by }) => {
    const rows = (status: string) => JSON.stringify({ Findings: [asffFinding({ check, status, arn })] });

    expect(held(reportWith({ [by]: "pass" }), rows("PASSED")).agree).toMatchObject([{ checkId: by }]);
    expect(held(reportWith({ [by]: "fail" }), rows("PASSED")).disagree).toMatchObject([{ checkId: by }]);
    for (const word of ["WARNING", "NOT_AVAILABLE"])
      expect(held(reportWith({ [by]: "fail" }), rows(word)).undecided).toMatchObject([{ checkId: by }]);
  });

  it("is known where findings are not consolidated, and Prowler where it sends them", () => {
    const { Compliance: _, ...rest } = asffFinding({ check: "Kinesis.1", status: "FAILED", arn });
    const file = JSON.stringify([
      {
        ...rest,
        GeneratorId: "aws-foundational-security-best-practices/v/1.0.0/Kinesis.1",
        Compliance: { Status: "FAILED" },
      },
      { ...rest, GeneratorId: `prowler-${encrypted}`, Compliance: { Status: "FAILED" } },
    ]);
    const { agree, tools } = held(reportWith({ "KDS-REST-01": "fail" }), file);

    expect(agree.map(({ theirs }) => [theirs.tool, theirs.checkId])).toEqual([
      ["security-hub", "Kinesis.1"],
      ["prowler", encrypted],
    ]);
    expect(tools).toEqual(["prowler", "security-hub"]);
  });

  it("leaves archived findings aside, and keeps a suppressed one as accepted", () => {
    const finding = asffFinding({ check: "Kinesis.1", status: "FAILED", arn, accepted: true });
    const file = [finding, { ...finding, RecordState: "ARCHIVED" }]
      .map((each) => JSON.stringify(each))
      .join("\n");
    const { agree, aside } = held(reportWith({ "KDS-REST-01": "fail" }), file);

    expect(agree).toMatchObject([{ line: 1, theirs: { accepted: true } }]);
    expect(aside).toEqual([{ what: "archived in Security Hub", rows: 1 }]);
  });

  it("without a status decides nothing", () => {
    const finding = { ...asffFinding({ check: "Kinesis.1", status: "", arn }), Compliance: undefined };
    expect(held(reportWith({ "KDS-REST-01": "fail" }), JSON.stringify(finding)).undecided).toMatchObject([
      { theirs: { word: "no Compliance.Status" } },
    ]);
  });
});

describe("only here", () => {
  it("lists the streams that the file does not name, by the checks of its tools", () => {
    const report = reportWith({ "KDS-REST-01": "fail", "KDS-OPS-02": "pass", "KDS-OPS-03": "fail" });
    const file = prowlerCsv([{ check: encrypted, status: "FAIL", arn }]);

    expect(held(report, file).onlyHere.silent).toEqual([
      { checkId: "KDS-OPS-02", theirChecks: [retention], streams: [{ arn, name: "orders", status: "pass" }] },
    ]);
  });

  it("counts the findings of checks that the other tools do not have", () => {
    const findings = [
      buildFinding({ checkId: "KDS-REST-01" }),
      buildFinding({ checkId: "KDS-SHR-01" }),
      buildFinding({ checkId: "KDS-SHR-01", status: "unknown" }),
      buildFinding({ checkId: "KDS-LP-01", status: "waived" }),
    ];
    const report = reportWith({}, { findings });

    expect(held(report, prowlerCsv([])).onlyHere).toEqual({
      silent: [],
      unasked: [{ checkId: "KDS-SHR-01", failing: 1, unknown: 1 }],
    });
  });
});

it("says of a check that is not of the course that it is not", () => {
  const report = reportWith({ "KDS-REST-01": "pass" });
  const course = { ...report, scan: { ...report.scan, set: "course" as const } };
  const file = prowlerCsv([{ check: retention, status: "PASS", arn }]);

  expect(held(course, file).onlyThere[0]?.because).toBe(
    "The scan did not judge KDS-OPS-02, which is not among the checks of the course.",
  );
});
