import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { policyId } from "@/lib/model/policy-id";
import type { ScanRequest } from "@/lib/model/scan";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import { createScanManager, type ScanManager } from "@/lib/scan/scan-manager";
import {
  buildRegion,
  buildSnapshot,
  buildStream,
  denied,
  read,
  testAccountId,
} from "@/lib/scan/test-snapshot";
import { given } from "@/lib/scan/test-scan";
import { loadEarlierPolicy, loadEarlierPrincipal } from "@/lib/server/earlier-policy";
import { loadEarlierStream } from "@/lib/server/last-known";
import { loadPolicyView } from "@/lib/server/policies";
import { processState } from "@/lib/server/process-state";
import { loadReport } from "@/lib/server/reports";
import { openStore } from "@/lib/storage/open-store";
import type { Store } from "@/lib/storage/store";

vi.mock("next/headers", () => ({ headers: async () => new Headers() }));

const orders = buildStream("orders").arn;
const admin = `arn:aws:iam::${testAccountId}:user/admin`;
const policyText =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"kinesis:GetRecords","Resource":"*"}]}';
const whole: Partial<Stream> = { resourcePolicy: read(policyText, "kinesis:GetResourcePolicy") };
const unreadPolicy: Partial<Stream> = { resourcePolicy: denied("kinesis:GetResourcePolicy", orders) };
const unreadIam = { iam: denied("iam:GetAccountAuthorizationDetails") };
const readIam: Partial<AccountSnapshot> = {
  iam: read(
    {
      users: [
        {
          arn: admin,
          name: "admin",
          path: "/",
          id: "AIDAEXAMPLE",
          tags: {},
          groupNames: [],
          attachedPolicyArns: [],
          inlinePolicies: [{ name: "all", document: policyText.replace('"Principal":"*",', "") }],
        },
      ],
      groups: [],
      roles: [],
      managedPolicies: [],
    },
    "iam:GetAccountAuthorizationDetails",
  ),
};

const dataDir = mkdtempSync(join(tmpdir(), "weir-last-known-"));
let store: Store;
let scans: ScanManager;
let found: { streams: Stream[]; account: Partial<AccountSnapshot>; region: string };

beforeAll(async () => {
  store = await openStore({ dataDir });
  scans = createScanManager({
    store,
    toolVersion: "1.2.3",
    collect: async ({ scanId }) =>
      buildSnapshot([buildRegion(found.streams, { region: found.region })], found.account, {
        scanId,
        finishedAt: new Date().toISOString(),
      }),
  });
  processState().runtime = Promise.resolve({
    store,
    scans,
    source: { kind: "aws" },
    demo: async () => ({ kind: "demo" }),
    close: () => store.close(),
  });
}, 90_000);
afterAll(async () => {
  await scans.close();
  await store.close();
  rmSync(dataDir, { recursive: true });
});

it("shows what the scan before read of a stream, and judges nothing by it", async () => {
  await scanned(whole);
  const { report, stream } = await scanned(unreadPolicy);
  const earlier = await loadEarlierStream(report, stream);

  expect(earlier?.scan.finishedAt).toMatch(/^\d{4}-/);
  expect(earlier?.value.facts.resourcePolicy).toMatchObject({ known: true, value: true });
  expect(stream.facts.resourcePolicy.known).toBe(false);
  expect(stream.verdicts.find(({ checkId }) => checkId === "KDS-SHR-01")?.status).toBe("unknown");

  const id = policyId.resource(orders);
  expect(loadPolicyView(report, id)).toBeUndefined();
  expect((await loadEarlierPolicy(report, id))?.value.policy.text).toBe(policyText);
});

it("knows nothing more where the scan before could not read it either", async () => {
  await scanned(unreadPolicy);
  const { report, stream } = await scanned(unreadPolicy);

  expect((await loadEarlierStream(report, stream))?.value.facts.resourcePolicy.known).toBe(false);
  expect(await loadEarlierPolicy(report, policyId.resource(orders))).toBeUndefined();
});

it("looks nothing up where everything was read, and shows no document that is gone", async () => {
  await scanned(whole);
  const { report, stream } = await scanned({});

  expect(await loadEarlierStream(report, stream)).toBeUndefined();
  expect(await loadEarlierPolicy(report, policyId.resource(orders))).toBeUndefined();
});

it("takes nothing from a stream that was deleted and made anew", async () => {
  await scanned(whole);
  const { report, stream } = await scanned({
    ...unreadPolicy,
    createdAt: read("2026-11-22T00:00:00.000Z"),
  });

  expect(await loadEarlierStream(report, stream)).toBeUndefined();
});

it("takes nothing from another endpoint, another Region, or a later scan", async () => {
  const unread = await scanned(unreadPolicy, {
    source: { kind: "endpoint", endpoint: "http://127.0.0.1:1" },
  });
  expect(await loadEarlierStream(unread.report, unread.stream)).toBeUndefined();

  await scanned(whole, { source: { kind: "endpoint", endpoint: "http://127.0.0.1:1" } });
  expect(await loadEarlierStream(unread.report, unread.stream)).toBeUndefined();

  const other = { kind: "endpoint", endpoint: "http://127.0.0.1:2" } as const;
  await scanned(whole, { source: other }, { region: "us-east-2" });
  const later = await scanned(unreadPolicy, { source: other });
  expect(await loadEarlierStream(later.report, later.stream)).toBeUndefined();
});

it("shows a user and its policy as they were where IAM could not be read", async () => {
  await scanned({}, {}, { account: readIam });
  const { report } = await scanned({}, {}, { account: unreadIam });
  const inline = policyId.inline(admin, "all");

  expect((await loadEarlierPrincipal(report, admin))?.value.principal.name).toBe("admin");
  expect((await loadEarlierPolicy(report, inline))?.value.policy.name).toBe("all");
  const again = await scanned({}, {}, { account: {} });
  expect(await loadEarlierPrincipal(again.report, admin)).toBeUndefined();
  expect(await loadEarlierPolicy(again.report, inline)).toBeUndefined();
});

/** A finished scan of an account with the one stream. */
async function scanned(
  change: Partial<Stream>,
  request: Partial<ScanRequest> = {},
  account: Partial<Omit<typeof found, "streams">> = {},
) {
  found = { streams: [buildStream("orders", change)], account: {}, region: "eu-west-1", ...account };
  const { id } = await scans.start({
    source: { kind: "aws" },
    regions: ["eu-west-1"],
    allRegions: false,
    onDemand: [],
    set: "full",
    quotaShare: 0.25,
    ...request,
  });
  let last = "";
  for await (const { type } of scans.watch(id, 0, new AbortController().signal)) last = type;
  expect(last).toBe("finished");
  const report = given(await loadReport(id), "report");
  return { report, stream: given(report.streams[0], "stream") };
}
