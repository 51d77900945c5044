import { describe, expect, it } from "vitest";
import type { Report } from "@/lib/model/report";
import { exportText } from "@/lib/reports/test-export";
import { hostileReport, hostileTexts, sampleReport } from "@/lib/reports/test-hostile";
import { buildFinding, buildReport } from "@/lib/reports/test-report";
import { ownSchema } from "@/lib/reports/test-schema";

const complaints = ownSchema("ocsf-compliance-finding");

async function eventsOf(report: Report) {
  const lines = (await exportText(report, "ocsf")).split("\n");
  expect(lines.pop()).toBe("");
  const events = lines.map((line) => JSON.parse(line));
  expect(events.flatMap(complaints)).toEqual([]);
  return events;
}

it("refuses what is no event, so that its silence says something", () => {
  expect(complaints({ class_uid: 2003 })).not.toEqual([]);
});

it("writes an event a finding, with its control, its resources and its cause", async () => {
  const report = sampleReport();
  const events = await eventsOf(report);

  expect(events).toHaveLength(report.findings.length);
  expect(events[0]).toMatchObject({
    finding_info: { uid: report.findings[0]!.findingId, title: "Records are encrypted at rest with KMS" },
    compliance: { control: "KDS-REST-01", status: "Fail", status_id: 3 },
    resources: [{ uid: report.streams[0]!.arn, type: "AwsKinesisStream", region: "us-east-1" }],
    metadata: { labels: ["demo"] },
    unmapped: { policyId: "arn:aws:iam::111122223333:policy/all", statements: "0" },
  });
});

it("writes nothing for no finding", async () => {
  expect(await exportText(buildReport(), "ocsf")).toBe("");
});

it.each([
  { status: "unknown", compliance: 2, state: 1 },
  { status: "waived", compliance: 3, state: 3 },
] as const)("writes $status as $compliance, $state", async ({ status, compliance, state }) => {
  const [event] = await eventsOf(buildReport({ findings: [buildFinding({ status })] }));

  expect(event).toMatchObject({ compliance: { status_id: compliance }, status_id: state });
});

it("gives a check that is not known its id for a title, and an emulator its name", async () => {
  const { scan } = buildReport();
  const report = buildReport({
    scan: { ...scan, source: "endpoint" },
    findings: [buildFinding({ checkId: "KDS-LP-99", subjects: [] })],
  });
  const [event] = await eventsOf(report);

  expect(event.finding_info.title).toBe("KDS-LP-99");
  expect(event.metadata.labels).toEqual(["emulator"]);
  expect(event.message).toMatch(/^EMULATOR http:\/\/127\.0\.0\.1:4566: /);
});

describe.each(Object.entries(hostileTexts))("%s", (_, text) => {
  it("keeps to the schema and gives every text back, a line an event", async () => {
    const report = hostileReport(text);
    const events = await eventsOf(report);

    expect(events.map(({ finding_info }) => finding_info.desc)).toEqual(
      report.findings.map(({ cause }) => cause.label),
    );
  });
});
