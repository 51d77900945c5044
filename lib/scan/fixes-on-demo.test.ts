import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import type { Finding, Report } from "@/lib/model/report";
import { defaultSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import { snapshotSchema } from "@/lib/model/snapshot";
import { findFix } from "@/lib/remediation/find-fix";
import { failing, judge } from "@/lib/scan/test-metamorphic";
import { scan } from "@/lib/scan/test-scan";

const settings = defaultSettings;

let server: WireServer;
let snapshot: Snapshot;
let report: Report;
let fixable: Finding[];
beforeAll(async () => {
  server = await startWireServer(buildDemoAccount());
  ({ snapshot } = await scan(server.url, { request: { regions: ["us-east-1", "eu-west-1"] } }));
  report = judge(snapshot);
  fixable = [...failing(report).values()].filter((finding) => findFix({ finding, snapshot, settings }));
}, 60_000);
afterAll(() => server.close());

/** The findings that fail only after a fix, as `check cause`. */
function comeBy(finding: Finding): {
  readonly isGone: boolean;
  readonly come: Finding[];
  readonly announced: string[];
} {
  const fix = findFix({ finding, snapshot, settings });
  if (!fix) throw new Error(`There is no fix for ${finding.checkId}.`);
  const [before, after] = [failing(report), failing(judge(snapshotSchema.parse(fix.apply(snapshot))))];
  return {
    isGone: !after.has(finding.findingId),
    come: [...after.values()].filter(({ findingId }) => !before.has(findingId)),
    announced: fix.announces.flatMap(({ checkId }) => checkId ?? []),
  };
}

describe("on the demo account", () => {
  it("there is a fix for many findings, of every check that has one", () => {
    expect(new Set(fixable.map(({ checkId }) => checkId))).toEqual(
      new Set([
        "KDS-LP-03",
        "KDS-LP-04",
        "KDS-CRED-02",
        "KDS-SHR-01",
        "KDS-REST-01",
        "KDS-REST-02",
        "KDS-REST-03",
        "KDS-REST-04",
        "KDS-NET-01",
        "KDS-NET-03",
        "KDS-NET-04",
        "KDS-OPS-02",
        "KDS-OPS-07",
      ]),
    );
    expect(fixable.length).toBeGreaterThan(15);
  });

  it(
    "each fix puts its finding right, and makes nothing fail but what it announces",
    { timeout: 300_000 },
    () => {
      for (const finding of fixable) {
        const { isGone, come, announced } = comeBy(finding);
        expect([finding.cause.label, isGone]).toEqual([finding.cause.label, true]);
        const surprises = come.filter(({ checkId }) => !announced.includes(checkId));
        expect([finding.cause.label, surprises.map(({ cause }) => cause.label)]).toEqual([
          finding.cause.label,
          [],
        ]);
      }
    },
  );

  it("no fix changes what it does not name: the snapshot that it was given stays as it was", () => {
    const text = JSON.stringify(snapshot);
    for (const finding of fixable) findFix({ finding, snapshot, settings })?.apply(snapshot);
    expect(JSON.stringify(snapshot)).toBe(text);
  });
});
