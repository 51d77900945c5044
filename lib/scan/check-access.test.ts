import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import type { ScanRequest } from "@/lib/model/scan";
import { checkAccess } from "@/lib/scan/check-access";
import { buildRequest } from "@/lib/scan/test-scan";

let server: WireServer;
beforeAll(async () => {
  server = await startWireServer(buildDemoAccount());
});
afterEach(() => {
  server.faults.clear();
  vi.unstubAllEnvs();
});
afterAll(() => server.close());

function check(request: Partial<ScanRequest> = {}, signal = new AbortController().signal) {
  return checkAccess(buildRequest(server.url, request), { toolVersion: "0.0.0", signal });
}

it("answers what each call came to", async () => {
  expect(await check()).toMatchObject({
    status: "checked",
    preflight: { accountId: "111122223333", missingActions: [] },
  });
});

it("answers why a scan could not begin", async () => {
  server.faults.add({ operation: "sts:*", kind: "expired-token" });
  expect(await check()).toMatchObject({ status: "failed", failure: { code: "expired-credentials" } });
});

it("does not pass where a scan would find no Region to begin in", async () => {
  for (const [name, value] of Object.entries({
    AWS_ENDPOINT_URL: server.url,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: "",
    AWS_DEFAULT_REGION: "",
    AWS_CONFIG_FILE: "/nonexistent",
  }))
    vi.stubEnv(name, value);
  const source = { kind: "aws" } as const;

  expect(await check({ source })).toMatchObject({
    status: "failed",
    failure: { message: expect.stringContaining("No AWS Region was chosen") },
  });
  expect(await check({ source, regions: ["eu-west-1"] })).toMatchObject({ status: "checked" });
});

it("rejects when whoever asked has left", async () => {
  const left = new AbortController();
  left.abort();
  await expect(check({}, left.signal)).rejects.toThrow("aborted");
});
