import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { buildTestAccount } from "../wire/test-account";
import { startWireServer, type WireServer } from "../wire/start-wire-server";
import { auditEndpoint } from "./test-audit";
import { unfoundedPasses } from "./test-unfounded";

let server: WireServer;
beforeAll(async () => {
  server = await startWireServer(buildTestAccount());
});
afterEach(() => server.faults.clear());
afterAll(() => server.close());

const audit = () => auditEndpoint(server.url, {}, ["eu-central-1"]);

describe("an endpoint without STS", () => {
  it("is scanned as the account that its streams name, and the report says that the identity is not known", async () => {
    server.faults.add({ operation: "sts:*", kind: "not-implemented" });
    const { report } = await audit();
    expect(report.scan).toMatchObject({
      accountId: "111122223333",
      identityArn: "not known: this endpoint has no STS",
    });
    expect(report.streams).toHaveLength(2);
  });

  it("is no emulator when Kinesis does not answer either", async () => {
    server.faults.add({ operation: "*", kind: "not-implemented" });
    await expect(audit()).rejects.toMatchObject({ failure: { code: "not-aws" } });
  });

  it("that denies or drops the call is not excused", async () => {
    server.faults.add({ operation: "sts:*", kind: "access-denied" });
    await expect(audit()).rejects.toMatchObject({ failure: { code: "access-denied" } });
  });
});

it("a pass whose answer is taken away is found", async () => {
  const { report, snapshot } = await audit();
  expect(unfoundedPasses(report, snapshot)).toEqual([]);
  expect(unfoundedPasses(report, { ...snapshot, accounts: [] }).length).toBeGreaterThan(5);
});
