import { expect, it } from "vitest";
import { reportSchema } from "@/lib/model/report";
import { toJson } from "@/lib/reports/json";
import { buildFinding, buildReport } from "@/lib/reports/test-report";

it("writes what reads back as the same report", () => {
  const report = buildReport({ findings: [buildFinding()] });

  expect(reportSchema.parse(JSON.parse(toJson(report)))).toEqual(report);
});

it("writes the same bytes whatever the order of members was", () => {
  const report = buildReport({ findings: [buildFinding()] });
  const { manifest, schemaVersion, scan, ...rest } = report;
  const { set, ...restOfScan } = scan;

  expect(toJson({ manifest, scan: { set, ...restOfScan }, ...rest, schemaVersion })).toBe(toJson(report));
});

it("begins with the schema's version and ends with the manifest and a line end", () => {
  const text = toJson(buildReport());

  expect(text.startsWith('{\n  "schemaVersion": 1,\n  "tool"')).toBe(true);
  expect(Object.keys(JSON.parse(text)).at(-1)).toBe("manifest");
  expect(text.endsWith("}\n")).toBe(true);
});
