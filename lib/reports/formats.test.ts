import { describe, expect, it } from "vitest";
import { reportFormats } from "@/lib/model/report-format";
import { extensionOf, findFormat, mediaTypeOf } from "@/lib/reports/formats";
import { exportBytes, exportText } from "@/lib/reports/test-export";
import { hostileReport, hostileTexts, sampleReport } from "@/lib/reports/test-hostile";

/** Members whose own members are data, in an order that the report's maker gives them. */
const records = new Set(["tags", "filter", "environmentByAccount", "byStatus", "bySeverity", "value"]);

describe.each(reportFormats)("%s", (format) => {
  it("is found by its name and has a media type and an extension", () => {
    expect(findFormat(format)).toBe(format);
    expect(mediaTypeOf(format)).toMatch(/^(application|text)\/[\w.+-]+(; [\w-]+=[\w-]+)*$/);
    expect(extensionOf(format)).toMatch(/^[a-z]+(\.jsonl)?$/);
  });

  it("gives the same bytes for the same report, also when its members stand in another order", async () => {
    const report = sampleReport();
    const turned = JSON.parse(JSON.stringify(report), (name, value: unknown) =>
      !records.has(name) && typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    );
    const first = await exportBytes(report, format);

    expect(first.length).toBeGreaterThan(100);
    expect((await exportBytes(structuredClone(report), format)).equals(first)).toBe(true);
    expect((await exportBytes(turned, format)).equals(first)).toBe(true);
  }, 60_000);

  it.each(Object.entries(hostileTexts))(
    "is written for %s in every field",
    async (_, text) => {
      expect((await exportBytes(hostileReport(text), format)).length).toBeGreaterThan(100);
    },
    60_000,
  );
});

it.each(["", "JSON", "toString", "xml"])("finds no format %j", (name) => {
  expect(findFormat(name)).toBeUndefined();
});

it("says in every text format that data is of the demo, and which part of a scan is shown", async () => {
  const whole = sampleReport();
  const report = { ...whole, findings: whole.findings.slice(0, 5) };

  for (const format of ["md", "sarif", "asff", "ocsf"] as const) {
    const text = await exportText(report, format);
    expect([format, /demo data/i.test(text)]).toEqual([format, true]);
    expect([format, text.includes("5 of 12 findings")]).toEqual([format, true]);
    expect([format, /q.{1,10}orders/.test(text)]).toEqual([format, true]);
  }
  expect(await exportText(report, "csv")).toContain('"demo"');
  expect(await exportText(report, "csv")).toContain('"q=orders","5 of 12 findings, 3 streams"');
});
