import { describe, expect, it } from "vitest";
import { parse } from "csv-parse/sync";
import type { ReportFormat } from "@/lib/model/report-format";
import { waiverWords } from "@/lib/reports/decision-rows";
import { exportText } from "@/lib/reports/test-export";
import { sampleReport } from "@/lib/reports/test-hostile";

const waiver = {
  id: "w1",
  owner: "data-platform",
  reason: "Ends with the move",
  expiresOn: "2027-02-28",
} as const;
const words = "Accepted by data-platform until 2027-02-28: Ends with the move";

it("says by whom, until when, where and why a finding is accepted, and nothing where it is not", () => {
  expect(waiverWords({ waiver })).toBe(words);
  expect(waiverWords({ waiver: { ...waiver, streamArns: ["arn:1", "arn:2"] } })).toBe(
    "Accepted by data-platform until 2027-02-28, on 2 streams alone: Ends with the move",
  );
  expect(waiverWords({})).toBeUndefined();
});

describe("every format", () => {
  const report = sampleReport();
  const [first, ...others] = report.findings;
  const waived = { ...report, findings: [{ ...first!, status: "waived" as const, waiver }, ...others] };

  it.each<ReportFormat>(["json", "html", "sarif", "asff", "ocsf"])(
    "holds the waiver of a finding: %s",
    async (format) => {
      const text = await exportText(waived, format);
      for (const part of ["data-platform", "2027-02-28", "Ends with the move"]) expect(text).toContain(part);
    },
  );

  it.each<ReportFormat>(["json", "html", "md"])("lists what no longer holds, and why: %s", async (format) => {
    const text = await exportText(report, format);
    expect(text).toContain("It weighs critical, and was accepted as high.");
    expect(text).toContain("Looked through");
  });

  it("has a table of its own in CSV, and a column beside each finding", async () => {
    expect(parse(await exportText(report, "csv", "decisions"), { columns: true })).toMatchObject([
      { kind: "waiver", state: "Reopened", owner: "data-platform", words: "Ends with the move" },
      { kind: "attestation", state: "In force", checkId: "KDS-LP-09", words: "Looked through" },
    ]);
    expect(parse(await exportText(waived, "csv"), { columns: true })[0]).toMatchObject({ waiver: words });
  });

  it("says so where nothing was decided", async () => {
    const none = { ...report, decisions: { on: "2026-11-02", waivers: [], attestations: [] } };
    expect(await exportText(none, "html")).toContain("<p>Nothing.</p>");
    expect(await exportText(none, "md")).not.toContain("Accepted and confirmed");
  });
});
