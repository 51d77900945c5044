import { expect, it } from "vitest";
import { reportSchema } from "@/lib/model/report";
import { exportText } from "@/lib/reports/test-export";
import { sampleReport } from "@/lib/reports/test-hostile";
import { buildFinding, buildReport } from "@/lib/reports/test-report";

it("writes what reads back as the same report", async () => {
  const report = buildReport({ findings: [buildFinding()] });

  expect(reportSchema.parse(JSON.parse(await exportText(report, "json")))).toEqual(report);
});

it("writes the same bytes whatever the order of members was", async () => {
  const report = buildReport({ findings: [buildFinding()] });
  const { manifest, schemaVersion, scan, ...rest } = report;
  const { set, ...restOfScan } = scan;

  expect(await exportText({ manifest, scan: { set, ...restOfScan }, ...rest, schemaVersion }, "json")).toBe(
    await exportText(report, "json"),
  );
});

it("begins with the schema's version and ends with the manifest and a line end", async () => {
  const text = await exportText(buildReport(), "json");

  expect(text.startsWith('{\n  "schemaVersion": 1,\n  "tool"')).toBe(true);
  expect(Object.keys(JSON.parse(text)).at(-1)).toBe("manifest");
  expect(text.endsWith("}\n")).toBe(true);
});

it("writes lists entry by entry as the whole would be written", async () => {
  const report = sampleReport();

  expect(await exportText(report, "json")).toBe(`${JSON.stringify(reportSchema.parse(report), null, 2)}\n`);
});
