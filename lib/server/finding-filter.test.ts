import { describe, expect, it } from "vitest";
import type { Finding, Report } from "@/lib/model/report";
import { buildFinding, buildReport } from "@/lib/reports/test-report";
import { filterFindings, pageFindings, parseFindingFilter } from "@/lib/server/finding-filter";
import { buildStream } from "@/lib/server/test-streams";

const role = "arn:aws:iam::111122223333:role/etl";
const policy = "arn:aws:iam::111122223333:policy/wide";
const arnOf = (name: string) => buildStream(name).arn;

const report = buildReport({
  streams: [buildStream("orders"), buildStream("clicks")],
  principals: [
    { arn: role, kind: "role", name: "etl", accountId: "111122223333", policyIds: [policy], groupNames: [] },
  ],
  findings: [
    named("low", { severity: "low" }),
    named("far", {
      severity: "low",
      subjects: [{ scope: "region", accountId: "444455556666", region: "eu-west-1", id: "eu-west-1" }],
    }),
    named("bearing", {
      severity: "low",
      streams: 1,
      streamArns: ["arn:aws:kinesis:eu-west-1:111122223333:stream/orders"],
    }),
    named("held", { cause: { ...cause("x"), principals: [role] } }),
    named("written", { cause: { ...cause("x"), document: { policyId: policy, statements: [0] } } }),
    named("itself", { cause: cause(role) }),
    named("dark", { status: "unknown", severity: "critical", checkId: "KDS-LP-01" }),
    named("wide", { severity: "critical", streams: 2, streamArns: [arnOf("orders"), arnOf("clicks")] }),
  ],
});

describe("filterFindings", () => {
  it.each([
    { query: "", ids: "wide held itself written bearing far low dark" },
    { query: "status=unknown", ids: "dark" },
    { query: "severity=critical", ids: "wide dark" },
    { query: "check=KDS-LP-01", ids: "dark" },
    { query: "area=LP", ids: "dark" },
    { query: "stream=clicks", ids: "wide" },
    { query: `stream=${arnOf("clicks")}`, ids: "wide" },
    { query: "stream=click", ids: "" },
    { query: `principal=${role}`, ids: "held itself written" },
    { query: "principal=nobody", ids: "" },
    { query: "q=LABEL%20of%20x", ids: "held written" },
    { query: "q=role/etl", ids: "held itself" },
    { query: "account=444455556666", ids: "far" },
    { query: "account=111122223333&severity=critical", ids: "wide dark" },
    // Of the account as a whole, and it weighs on a stream there.
    { query: "region=eu-west-1", ids: "bearing far" },
    { query: "account=111122223333&region=eu-west-1", ids: "bearing" },
    { query: "region=eu-south-2", ids: "" },
  ])("?$query leaves $ids", ({ query, ids }) => {
    const { filter, problems } = parseFindingFilter(new URLSearchParams(query));

    expect(problems).toEqual([]);
    expect(
      filterFindings(report, filter)
        .map(({ findingId }) => findingId)
        .join(" "),
    ).toBe(ids);
  });
});

describe("pageFindings", () => {
  const many = {
    ...report,
    findings: Array.from({ length: 101 }, (_, index) => named(`f${index + 100}`, {})),
  };

  it("puts every finding on exactly one page", () => {
    const ids = [1, 2, 3].flatMap((page) => idsOf(many, `page=${page}`));

    expect(ids).toHaveLength(101);
    expect(new Set(ids).size).toBe(101);
  });

  it("says how many there are over all pages, past the end too", () => {
    const { filter } = parseFindingFilter({ page: "9" });

    expect(pageFindings(many, filter)).toEqual({ findings: [], total: 101, page: 9, pages: 3, pageSize: 50 });
  });

  it.each(["0", "-1", "1.5", "x", "9999999999"])("refuses page %s", (page) => {
    expect(parseFindingFilter({ page }).problems.map(({ parameter }) => parameter)).toEqual(["page"]);
  });
});

function idsOf(of: Report, query: string): string[] {
  return pageFindings(of, parseFindingFilter(new URLSearchParams(query)).filter).findings.map(
    ({ findingId }) => findingId,
  );
}

function cause(id: string): Finding["cause"] {
  return { kind: "principal", id, label: `Label of ${id}`, severity: "high" };
}

function named(findingId: string, change: Partial<Finding>): Finding {
  return buildFinding({ findingId, cause: cause("none"), ...change });
}
