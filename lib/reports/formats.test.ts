import { expect, it } from "vitest";
import { findFormat, mediaTypeOf, renderReport, reportFormats } from "@/lib/reports/formats";
import { buildFinding, buildReport } from "@/lib/reports/test-report";

it.each(reportFormats)("finds %s and writes a report in it", (format) => {
  expect(findFormat(format)).toBe(format);
  expect(mediaTypeOf(format)).toContain(format);
  expect(renderReport(buildReport({ findings: [buildFinding()] }), format, () => "")).toContain(
    "KDS-REST-01",
  );
});

it.each(["", "JSON", "toString", "xml"])("finds no format %j", (name) => {
  expect(findFormat(name)).toBeUndefined();
});
