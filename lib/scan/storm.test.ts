import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { demoIam } from "@/lib/demo/account/identities";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { buildTestAccount } from "@/lib/demo/wire/test-account";
import { anyAction, lossesBetween } from "@/lib/scan/test-losses";
import { gapsIn, scan, type Scanned, type ScanOptions } from "@/lib/scan/test-scan";

/** WEIR_STORM_SEEDS=200 for a long look. */
const seeds = Array.from({ length: Number(process.env["WEIR_STORM_SEEDS"] ?? 8) }, (_, seed) => seed + 1);
const kinds = ["throttle", "service-unavailable", "reset"] as const;
const struckPart = 0.3;

const request: ScanOptions = {
  request: { regions: ["eu-central-1"] },
  patience: { backoffMs: 1 },
};
let server: WireServer;
let whole: Scanned;

beforeAll(async () => {
  server = await startWireServer(buildTestAccount({ iam: demoIam() }));
  whole = await scan(server.url, request);
});
afterEach(() => server.faults.clear());
afterAll(() => server.close());

it("in a storm of throttles, server errors and resets every fact is right or a gap", async () => {
  let gaps = 0;
  for (const seed of seeds) {
    const throwDie = dieOf(seed);
    for (const kind of kinds)
      server.faults.add({
        operation: "*",
        // Without an identity there is no scan at all.
        except: ["sts:*"],
        kind,
        chance: () => throwDie() < struckPart / kinds.length,
      });
    const { snapshot } = await scan(server.url, request);
    server.faults.clear();
    gaps += gapsIn(snapshot).length;
    expect([seed, lossesBetween(whole.snapshot.accounts, snapshot.accounts, anyAction)]).toEqual([seed, []]);
  }
  // A storm that takes nothing away proves nothing.
  expect(gaps).toBeGreaterThan(gapsIn(whole.snapshot).length * seeds.length);
}, 600_000);

/** The same throws for the same seed: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function dieOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
