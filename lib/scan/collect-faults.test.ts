import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { calls } from "@/lib/aws/calls";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import type { FaultKind } from "@/lib/demo/wire/faults";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { demoIam } from "@/lib/demo/account/identities";
import { accountId, buildTestAccount } from "@/lib/demo/wire/test-account";
import type { GapReason } from "@/lib/model/observed";
import { buildScanPolicy } from "@/lib/scan/scan-policy";
import { lossesBetween } from "@/lib/scan/test-losses";
import { scan, type Scanned, type ScanOptions } from "@/lib/scan/test-scan";

const all: readonly AwsCall[] = Object.values(calls);
const actions = all
  .map(({ action }) => action)
  .filter((action) => action !== "sts:GetCallerIdentity" && action !== "sts:AssumeRole");

/** Scans that run side by side: more of them starve each other, and what answers seems to hang. */
const atOnce = 12;

const account = buildTestAccount({
  organization: {
    Id: "o-exampleorgid",
    Arn: `arn:aws:organizations::${accountId}:organization/o-exampleorgid`,
    MasterAccountId: accountId,
  },
  iam: demoIam(),
});
const request: ScanOptions = { request: { regions: ["eu-central-1"] } };

let server: WireServer;
let whole: Scanned;

beforeAll(async () => {
  server = await startWireServer(account);
  whole = await scan(server.url, request);
});
afterEach(() => server.faults.clear());
afterAll(() => server.close());

describe("a call that fails", () => {
  it("is one of all that the scan makes", () => {
    for (const action of actions) expect([action, server.calls.count(action) > 0]).toEqual([action, true]);
  });

  it("is none of those that the scan's policy allows: a role with that policy and no more reads all", async () => {
    const allowed = buildScanPolicy()
      .Statement.filter(({ Effect }) => Effect === "Allow")
      .flatMap(({ Action }) => Action);
    // AWS lets everybody ask who they are.
    const except = [...allowed, "sts:GetCallerIdentity"];
    server.faults.add({ operation: "*", except, kind: "access-denied" });
    const { snapshot } = await scan(server.url, request);
    expect(lossesBetween(whole.snapshot.accounts, snapshot.accounts, "none")).toEqual([]);
  });

  it.each<{ kind: FaultKind; reasons: GapReason[] }>([
    { kind: "access-denied", reasons: ["access-denied"] },
    { kind: "throttle", reasons: ["throttled"] },
    { kind: "empty-200", reasons: ["empty"] },
    { kind: "html-200", reasons: ["malformed", "empty"] },
    { kind: "html-502", reasons: ["unreachable"] },
    { kind: "truncated-200", reasons: ["malformed"] },
    { kind: "reset", reasons: ["unreachable"] },
    { kind: "hang", reasons: ["timed-out"] },
    { kind: "expired-token", reasons: ["expired-credentials"] },
    { kind: "not-implemented", reasons: ["not-implemented"] },
    { kind: "service-unavailable", reasons: ["unexpected"] },
  ])(
    "by $kind is named, costs its own facts and no other, and invents none",
    async ({ kind, reasons }) => {
      for (let start = 0; start < actions.length; start += atOnce) {
        await Promise.all(
          actions.slice(start, start + atOnce).map(async (action) => {
            const { told, losses } = await scanWithout(action, kind);
            const own = told.filter((gap) => gap.action === action);
            expect([action, own.length > 0, losses]).toEqual([action, true, []]);
            for (const gap of own) {
              expect([gap, reasons.includes(gap.reason)]).toEqual([gap, true]);
              expect(gap.message).toContain(action);
            }
          }),
        );
      }
    },
    240_000,
  );
});

describe("a call that fails once", () => {
  it.each<{ kind: FaultKind }>([{ kind: "throttle" }, { kind: "reset" }, { kind: "html-502" }])(
    "by $kind is asked again and costs nothing",
    async ({ kind }) => {
      for (const action of actions) server.faults.add({ operation: action, kind, times: 1 });
      const { snapshot } = await scan(server.url, request);
      expect(lossesBetween(whole.snapshot.accounts, snapshot.accounts, "none")).toEqual([]);
      const throttled = snapshot.calls
        .filter((call) => call.throttled === 1)
        .map(({ operation }) => operation);
      expect(throttled).toEqual(kind === "throttle" ? actions.toSorted() : []);
    },
  );
});

describe("a neighbour that draws from the same quota", () => {
  it("is told of once, slows the call down, and costs no fact", async () => {
    server.faults.add({ operation: "kinesis:GetResourcePolicy", kind: "throttle", times: 2 });
    // As AWS itself, whose quotas alone are somebody's production.
    vi.stubEnv("AWS_ENDPOINT_URL", server.url);
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIATEST");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
    const { snapshot, events } = await scan(server.url, {
      request: { ...request.request, source: { kind: "aws" }, onDemand: [], quotaShare: 0.8 },
    });
    vi.unstubAllEnvs();
    expect(events.filter(({ type }) => type === "crowded")).toEqual([
      {
        type: "crowded",
        action: "kinesis:GetResourcePolicy",
        region: "eu-central-1",
        quota: 5,
        was: 4,
        now: 2,
      },
    ]);
    const streamsOf = ({ accounts }: Scanned["snapshot"]) => accounts[0]?.regions[0]?.streams;
    expect(lossesBetween(streamsOf(whole.snapshot), streamsOf(snapshot), "none")).toEqual([]);
  });
});

describe("a Region that the account has not enabled", () => {
  it("costs that Region only", async () => {
    const { snapshot } = await scan(server.url, { request: { regions: ["af-south-1", "eu-central-1"] } });
    const [seen] = snapshot.accounts;
    const [disabled, enabled] = seen?.regions ?? [];
    expect(disabled).toMatchObject({
      region: "af-south-1",
      streams: { known: false, gap: { reason: "region-disabled", region: "af-south-1" } },
      vpcEndpoints: { known: false, gap: { reason: "region-disabled" } },
      keys: { known: false, gap: { reason: "region-disabled" } },
    });
    expect(seen).toMatchObject({ iam: { known: true }, organization: { known: true } });
    const [reference] = whole.snapshot.accounts;
    expect(lossesBetween(reference?.regions, [enabled], "none")).toEqual([]);
  });
});

async function scanWithout(action: string, kind: FaultKind) {
  const faulted = await startWireServer(account);
  faulted.faults.add({ operation: action, kind });
  const { snapshot, events } = await scan(faulted.url, {
    ...request,
    // Others run beside it: the calls that do answer need the time of a busy machine.
    patience: { answerMs: kind === "hang" ? 6000 : 20_000 },
  });
  await faulted.close();
  return {
    told: events.flatMap((event) => (event.type === "gap" ? [event.gap] : [])),
    losses: lossesBetween(whole.snapshot.accounts, snapshot.accounts, action),
  };
}
