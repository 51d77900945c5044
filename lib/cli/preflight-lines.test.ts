import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { preflightLines } from "@/lib/cli/preflight-lines";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";

let server: WireServer;
beforeAll(async () => {
  server = await startWireServer(buildDemoAccount());
});
afterEach(() => server.faults.clear());
afterAll(() => server.close());

function lines(kind: "endpoint" | "demo") {
  const source = { kind, endpoint: server.url };
  const request = {
    source,
    regions: ["us-east-1"],
    allRegions: false,
    onDemand: [],
    set: "full",
    quotaShare: 0.25,
  } as const;
  return preflightLines({ ...request, regions: [...request.regions] }, new AbortController().signal);
}

it("names what is not allowed, before the scan", async () => {
  server.faults.add({ operation: "kms:GetKeyPolicy", kind: "access-denied" });
  expect(await lines("endpoint")).toEqual([
    "Not allowed: kms:GetKeyPolicy",
    "What they would tell stays unknown; `weir policy` prints all that a scan needs.",
  ]);
});

it("says when the identity may read records", async () => {
  const account = buildDemoAccount();
  server.setAccount({ ...account, callerArn: `arn:aws:iam::${account.accountId}:user/raj.patel` });
  expect(await lines("endpoint")).toEqual([
    "More than needed: AmazonKinesisReadOnlyAccess may let this identity read records.",
  ]);
  server.setAccount(account);
});

it("says nothing when nothing is known to be missing, nor of the demo account", async () => {
  expect(await lines("endpoint")).toEqual([]);
  server.faults.add({ operation: "kms:GetKeyPolicy", kind: "access-denied" });
  expect(await lines("demo")).toEqual([]);
});
