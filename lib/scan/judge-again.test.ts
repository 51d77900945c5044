import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDemoAccount } from "@/lib/demo/start-demo-account";
import type { Waiver } from "@/lib/model/decision";
import type { Finding } from "@/lib/model/report";
import { defaultSettings, type AuditSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import { buildReport, judgeAgain, type JudgeOptions } from "@/lib/scan/build-report";
import { openSnapshot, type OpenedSnapshot } from "@/lib/scan/report/open-snapshot";
import { reportJson } from "@/lib/scan/report/report-json";
import { sha256 } from "@/lib/scan/sha256";
import { scan } from "@/lib/scan/test-scan";

const scannedAt = new Date("2026-11-01T12:00:00.000Z");
let server: Awaited<ReturnType<typeof startDemoAccount>>;
let snapshot: Snapshot;
beforeAll(async () => {
  server = await startDemoAccount({ now: () => scannedAt.getTime() });
  const request = { regions: ["eu-west-1", "us-east-1"] };
  ({ snapshot } = await scan(server.url, { request, now: () => scannedAt }));
}, 60_000);
afterAll(() => server.close());

/** A value other than the default of every setting, so that each check that declares one judges anew. */
const changes: AuditSettings = {
  environmentTagKeys: ["team"],
  productionValues: ["dev"],
  nonProductionValues: ["production"],
  environmentByAccount: { "111122223333": "non-production" },
  knownAccountIds: ["444455556666"],
  thirdPartyAccountIds: ["777788889999"],
  applicationTagKey: "team",
  dataAdministratorArns: ["arn:aws:iam::111122223333:role/orders-writer"],
  requiredTagKeys: ["owner"],
  accessKeyAgeDaysMax: 1,
  accessKeyIdleDaysMax: 1,
  unusedDaysMax: 1,
  exposureHoldersMax: 0,
  retentionHoursMin: 24,
  retentionHoursMax: 25,
  perimeterAccountIds: ["111122223333"],
  centralEndpointIds: ["vpce-0123456789abcdef0"],
  knownDestinations: ["somewhere"],
  fipsAccountIds: ["111122223333"],
};

function waiverOf({ findingId, checkId, cause, streamArns }: Finding, streams?: string[]): Waiver {
  const [arn = ""] = streamArns;
  return {
    id: `w-${findingId}`,
    accountId: arn.split(":")[4] ?? "",
    findingId,
    checkId,
    reason: "Ends with the move",
    owner: "data-platform",
    createdAt: "2026-10-01T08:00:00.000Z",
    expiresOn: "2027-02-28",
    evidence: {
      label: cause.label,
      severity: cause.severity,
      principals: cause.principals ?? [],
      streamArns,
    },
    ...(streams && { streamArns: streams }),
  };
}

describe("a snapshot that is judged again gives the report that it gives at first", () => {
  const full = { settings: defaultSettings, set: "full" } as const;

  /** The report, and what the JSON that is stored of it says. */
  function again(opened: OpenedSnapshot, by: JudgeOptions) {
    const report = judgeAgain(opened, by);
    const json = [...reportJson(report, opened.streamMemory.texts.of(report))].join("");
    return { report, stored: JSON.parse(json) };
  }

  function fresh(by: JudgeOptions) {
    const report = buildReport({ ...by, snapshot, hash: sha256 });
    return { report, stored: JSON.parse(JSON.stringify(report)) };
  }

  it("after each changed setting, and back", () => {
    const opened = openSnapshot(snapshot, sha256);
    const atFirst = fresh(full);
    for (const [name, value] of Object.entries(changes)) {
      const by = { ...full, settings: { ...defaultSettings, [name]: value } };
      expect(again(opened, by)).toEqual(fresh(by));
      expect(again(opened, full)).toEqual(atFirst);
    }
    for (const by of [
      { ...full, settings: changes },
      { ...full, set: "course" as const },
    ])
      expect(again(opened, by)).toEqual(fresh(by));
  }, 240_000);

  it("when something is accepted or confirmed, and when that has ended", () => {
    const opened = openSnapshot(snapshot, sha256);
    const { findings } = judgeAgain(opened, full);
    const failing = findings.filter(({ status, streamArns }) => status === "fail" && streamArns.length > 0);
    const whole = failing.filter((_, at) => at % 3 === 0).map((finding) => waiverOf(finding));
    // A finding of wider scope than a stream is accepted on one stream alone, too.
    const onOne = failing.map((finding) => waiverOf(finding, finding.streamArns.slice(0, 1)));
    const waivers = [...whole, ...onOne];
    const decisions = { on: "2026-11-01", waivers, attestations: [] };
    const waived = judgeAgain(opened, { ...full, decisions });
    expect(waived.totals.byStatus.waived).toBeGreaterThan(5);
    const later = { ...decisions, on: "2027-03-01" };
    for (const by of [{ decisions }, { decisions, settings: changes }, { decisions: later }, {}])
      expect(again(opened, { ...full, ...by })).toEqual(fresh({ ...full, ...by }));
  }, 120_000);
});
