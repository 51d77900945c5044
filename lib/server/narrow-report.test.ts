import { describe, expect, it } from "vitest";
import { largeReport } from "@/lib/bench/large-report";
import { sampleReport } from "@/lib/reports/test-hostile";
import { canonicalJson } from "@/lib/scan/report/canonical-json";
import { sha256 } from "@/lib/scan/sha256";
import { narrowReport } from "@/lib/server/narrow-report";

const report = largeReport({ streams: 12, findings: 48 });
const [first, second] = report.streams;

function narrow(query: string) {
  return narrowReport(report, new URLSearchParams(query));
}

it.each(["", "set=course", "view=streams", "page=2", "q=", "view=streams&sort=name&dir=desc"])(
  "leaves the report as it is for %j",
  (query) => {
    expect(narrow(query)).toBe(report);
  },
);

describe("one stream", () => {
  it("is that stream alone with the findings that weigh on it, also where its name begins another's", () => {
    const arn = first!.arn.slice(0, -1);
    const longer = { ...first!, arn, name: "shorter" };
    const both = { ...report, streams: [longer, ...report.streams] };
    const narrowed = narrowReport(both, new URLSearchParams({ stream: arn }));

    expect(narrowed.streams).toEqual([longer]);
    expect(narrow(`stream=${first!.arn}`).streams).toEqual([first]);
    expect(narrow(`stream=${first!.arn}`).findings).toHaveLength(4);
  });
});

it("keeps the streams that the findings left weigh on, and those that a principal can do something to", () => {
  expect(narrow("severity=critical&q=orders-of-region-00001").streams).toEqual([second]);
  expect(narrow("check=KDS-LP-01")).toMatchObject({ streams: [], findings: [] });
  expect(narrow("principal=arn:aws:iam::111122223333:role/produce-1").streams).toEqual([second]);
});

it("keeps the findings that weigh on the streams left", () => {
  const narrowed = narrow("view=streams&q=region-00003");

  expect(narrowed.streams.map(({ name }) => name)).toEqual(["orders-of-region-00003"]);
  expect(narrowed.findings).toHaveLength(4);
});

it("keeps what was decided about what is left", () => {
  const sample = sampleReport();
  const about = (query: string) => narrowReport(sample, new URLSearchParams(query)).decisions;

  expect(about(`stream=${sample.streams[0]!.arn}`)).toEqual(sample.decisions);
  expect(about(`stream=${sample.streams[1]!.arn}`)).toMatchObject({ waivers: [], attestations: [] });
});

it("says what was asked for, in one order, keeps the totals of the scan and has hashes of its own", () => {
  const narrowed = narrow("status=fail&severity=high");
  const { manifest, ...rest } = narrowed;

  expect(narrowed).toEqual(narrow("severity=high&status=fail"));
  expect(Object.keys(narrowed.filter ?? {})).toEqual(["severity", "status"]);
  expect(narrowed.totals).toEqual(report.totals);
  expect(manifest.reportSha256).toBe(sha256(canonicalJson(rest)));
  expect(manifest.snapshotSha256).toBe(report.manifest.snapshotSha256);
});

it.each(["view=none", "severity=worst", "grade=A", "view=streams&severity=high"])("refuses %s", (query) => {
  expect(() => narrow(query)).toThrow(/must be one of|There is no parameter/);
});
