import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import type { Report } from "@/lib/model/report";
import type { Snapshot } from "@/lib/model/snapshot";
import { snapshotSchema } from "@/lib/model/snapshot";
import { scan } from "@/lib/scan/test-scan";
import {
  allowsIn,
  factsIn,
  isOfKey,
  judge,
  mayFailByLess,
  statusesOf,
  withoutAllow,
  withoutFact,
} from "@/lib/scan/test-metamorphic";
import { seededRandom } from "@/lib/bench/random";

/** Every one is tried by hand now and then: `WEIR_METAMORPHIC=all npx vitest run lib/scan/metamorphic`. */
const tried = process.env["WEIR_METAMORPHIC"] === "all" ? Infinity : 25;

let server: WireServer;
let snapshot: Snapshot;
let report: Report;
beforeAll(async () => {
  server = await startWireServer(buildDemoAccount());
  ({ snapshot } = await scan(server.url, { request: { regions: ["us-east-1", "eu-west-1"] } }));
  report = judge(snapshot);
}, 60_000);
afterAll(() => server.close());

function some<T>(all: readonly T[]): readonly T[] {
  if (all.length <= tried) return all;
  const random = seededRandom(20_261_126);
  return Array.from({ length: tried }, () => random.pickFrom(all, all[0]!));
}

describe("on the demo account", () => {
  it("an Allow that is taken away never makes a check fail", { timeout: 600_000 }, () => {
    const before = statusesOf(report);
    for (const allow of some(allowsIn(snapshot))) {
      const after = statusesOf(judge(withoutAllow(snapshot, allow)));
      const worse = [...after].filter(
        ([id, status]) =>
          status === "fail" && before.get(id) === "pass" && !mayFailByLess.has(id.split(" ")[0] ?? ""),
      );
      expect([allow, worse]).toEqual([allow, []]);
    }
  });

  it(
    "a fact that cannot be read never raises the worst of a score, and never lowers the best",
    { timeout: 900_000 },
    () => {
      const before = new Map(report.streams.map((stream) => [stream.arn, stream.score]));
      for (const fact of some(factsIn(snapshot).filter((path) => !isOfKey(path)))) {
        const less = judge(snapshotSchema.parse(withoutFact(snapshot, fact)));
        const moved = less.streams.filter(({ arn, score }) => {
          const known = before.get(arn);
          return known && score && (score.worst > known.worst || score.best < known.best);
        });
        expect([fact, moved.map(({ name, score, arn }) => [name, before.get(arn), score])]).toEqual([
          fact,
          [],
        ]);
      }
    },
  );
});
