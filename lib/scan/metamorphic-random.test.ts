import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/bench/random";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { defaultSettings as settings } from "@/lib/model/settings";
import { type Snapshot, snapshotSchema } from "@/lib/model/snapshot";
import { findFix } from "@/lib/remediation/find-fix";
import {
  allowsIn,
  factsIn,
  judge,
  failing,
  isOfKey,
  mayFailByLess,
  statusesOf,
  withoutAllow,
  withoutFact,
} from "@/lib/scan/test-metamorphic";
import { randomAccountOf } from "@/lib/scan/test-random-account";
import { scan } from "@/lib/scan/test-scan";

/** `WEIR_METAMORPHIC=all` for a long look. */
const isLong = process.env["WEIR_METAMORPHIC"] === "all";
const seeds = Array.from({ length: isLong ? 30 : 3 }, (_, seed) => seed + 1);
const casesEach = isLong ? 20 : 6;

let server: WireServer;
let demo: Snapshot;
beforeAll(async () => {
  server = await startWireServer(buildDemoAccount());
  ({ snapshot: demo } = await scan(server.url, { request: { regions: ["us-east-1", "eu-west-1"] } }));
}, 60_000);
afterAll(() => server.close());

function some<T>(all: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const picked = Array.from({ length: casesEach }, () => all[random.below(all.length)]);
  return [...new Set(picked)].flatMap((each) => (each === undefined ? [] : [each]));
}

describe.each(seeds)("on the random account %i", { timeout: 600_000 }, (seed) => {
  it("an Allow that is taken away never makes a check fail", () => {
    const snapshot = randomAccountOf(demo, seed);
    const before = statusesOf(judge(snapshot));
    for (const allow of some(allowsIn(snapshot), seed)) {
      const after = statusesOf(judge(withoutAllow(snapshot, allow)));
      const worse = [...after].filter(
        ([id, status]) =>
          status === "fail" && before.get(id) === "pass" && !mayFailByLess.has(id.split(" ")[0] ?? ""),
      );
      expect([allow, worse]).toEqual([allow, []]);
    }
  });

  it("a fact that cannot be read never raises the worst of a score, and never lowers the best", () => {
    const snapshot = randomAccountOf(demo, seed);
    const before = new Map(judge(snapshot).streams.map((stream) => [stream.arn, stream.score]));
    const facts = factsIn(snapshot).filter((path) => !isOfKey(path));
    for (const fact of some(facts, seed)) {
      const less = judge(snapshotSchema.parse(withoutFact(snapshot, fact)));
      const moved = less.streams.filter(({ arn, score }) => {
        const known = before.get(arn);
        return known && score && (score.worst > known.worst || score.best < known.best);
      });
      const told = moved.map(({ name, score, arn }) => [name, before.get(arn), score]);
      expect([fact, told]).toEqual([fact, []]);
    }
  });

  it("a fix puts its finding right, and makes nothing fail but what it announces", () => {
    const snapshot = randomAccountOf(demo, seed);
    const before = failing(judge(snapshot));
    const fixable = [...before.values()].filter((finding) => findFix({ finding, snapshot, settings }));
    for (const finding of some(fixable, seed)) {
      const fix = findFix({ finding, snapshot, settings });
      const after = failing(judge(snapshotSchema.parse(fix?.apply(snapshot))));
      const announced = fix?.announces.flatMap(({ checkId }) => checkId ?? []);
      const come = [...after.values()].filter(
        ({ findingId, checkId }) => !before.has(findingId) && !announced?.includes(checkId),
      );
      const { label } = finding.cause;
      expect([label, after.has(finding.findingId)]).toEqual([label, false]);
      expect([label, come.map(({ checkId, cause }) => [checkId, cause.label])]).toEqual([label, []]);
    }
  });
});
