import { parseToObject } from "hcl2-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { yamlParse } from "yaml-cfn";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import type { Finding, Report } from "@/lib/model/report";
import { defaultSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import { snapshotSchema } from "@/lib/model/snapshot";
import { findFix } from "@/lib/remediation/find-fix";
import type { Fix } from "@/lib/remediation/fix";
import { whyNoFix } from "@/lib/remediation/why-no-fix";
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

function fixFor(finding: Finding): Fix {
  const fix = findFix({ finding, snapshot, settings });
  if (!fix) throw new Error(`There is no fix for ${finding.checkId}.`);
  return fix;
}

/** The findings that fail only after a fix, as `check cause`. */
function comeBy(finding: Finding): {
  readonly isGone: boolean;
  readonly come: Finding[];
  readonly announced: string[];
} {
  const fix = fixFor(finding);
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
        "KDS-LP-01",
        "KDS-LP-03",
        "KDS-LP-04",
        "KDS-LP-06",
        "KDS-LP-07",
        "KDS-LP-08",
        "KDS-SOD-01",
        "KDS-SOD-02",
        "KDS-SOD-03",
        "KDS-SOD-04",
        "KDS-SOD-05",
        "KDS-SOD-06",
        "KDS-CRED-01",
        "KDS-CRED-02",
        "KDS-CRED-03",
        "KDS-CRED-04",
        "KDS-TLS-01",
        "KDS-SHR-01",
        "KDS-SHR-03",
        "KDS-REST-01",
        "KDS-REST-02",
        "KDS-REST-03",
        "KDS-REST-04",
        "KDS-REST-05",
        "KDS-REST-06",
        "KDS-NET-01",
        "KDS-NET-02",
        "KDS-NET-03",
        "KDS-NET-04",
        "KDS-NET-05",
        "KDS-OPS-02",
        "KDS-OPS-03",
        "KDS-OPS-07",
      ]),
    );
    expect(fixable.length).toBeGreaterThan(100);
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

  it("what has no fix is told of with a reason, and the rest is written in languages that others read", () => {
    const others = [...failing(report).values()].filter((finding) => !fixable.includes(finding));
    for (const finding of others)
      expect(whyNoFix({ finding, snapshot, settings })).toMatch(/^No fix is shown, since .*\.$/s);
    for (const finding of fixable) {
      const { terraform, cloudFormation, documents } = fixFor(finding);
      expect([finding.cause.label, parseToObject(terraform)[1]]).toEqual([finding.cause.label, null]);
      expect(yamlParse(cloudFormation)).toMatchObject({ Resources: expect.anything() });
      const texts = documents.map(({ after }) => after).filter((text) => text !== "");
      const unread = texts.filter((text) => !parsePolicyDocument(text).ok);
      expect([finding.cause.label, unread]).toEqual([finding.cause.label, []]);
    }
  });

  it("no fix changes what it does not name: the snapshot that it was given stays as it was", () => {
    const text = JSON.stringify(snapshot);
    for (const finding of fixable) findFix({ finding, snapshot, settings })?.apply(snapshot);
    expect(JSON.stringify(snapshot)).toBe(text);
  });
});
