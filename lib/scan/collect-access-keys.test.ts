import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccessKeyFacts } from "@/lib/demo/account-facts";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { accountId, buildTestAccount } from "@/lib/demo/wire/test-account";
import { testIam } from "@/lib/demo/wire/test-iam";
import { scanWith } from "@/lib/scan/test-changed-account";

let server: WireServer;

beforeAll(async () => {
  server = await startWireServer(buildTestAccount());
});
afterAll(() => server.close());

describe("the root user's access keys", () => {
  it.each([0, 1, 2])("are %i", async (count) => {
    const { accountSummary } = await scanWith(server, {
      iam: { summary: { AccountAccessKeysPresent: count } },
    });
    expect(accountSummary).toMatchObject({ value: { rootAccessKeysPresent: count } });
  });

  it.each([
    { summary: { Users: 3 }, reason: "empty" },
    { summary: {}, reason: "empty" },
    { summary: { AccountAccessKeysPresent: -1 }, reason: "malformed" },
  ])("are not known from $summary", async ({ summary, reason }) => {
    const { accountSummary } = await scanWith(server, { iam: { summary } });
    expect(accountSummary).toMatchObject({ known: false, gap: { reason, action: "iam:GetAccountSummary" } });
  });
});

describe("a user's access keys", () => {
  const createdAt = new Date("2026-03-04T05:06:07Z");
  const metadata = { AccessKeyId: "AKIAAUDITOR000000009", Status: "Active", CreateDate: createdAt } as const;
  const lastUseOf = async (lastUsed: AccessKeyFacts["lastUsed"]) => {
    const key = { metadata, ...(lastUsed && { lastUsed }) };
    const { accessKeys } = await scanWith(server, { iam: { accessKeys: { auditor: [key] } } });
    expect(accessKeys).toMatchObject({
      value: [
        {
          userArn: `arn:aws:iam::${accountId}:user/auditor`,
          keys: { value: [{ id: metadata.AccessKeyId, active: true, createdAt: createdAt.toISOString() }] },
        },
      ],
    });
    if (!accessKeys.known) throw new TypeError(accessKeys.gap.message);
    const keys = accessKeys.value[0]?.keys;
    return keys?.known ? keys.value[0]?.lastUsed : undefined;
  };

  it("were used when IAM says so", async () => {
    const last = { LastUsedDate: createdAt, ServiceName: "s3", Region: "us-east-1" };
    expect(await lastUseOf(last)).toMatchObject({
      value: { at: createdAt.toISOString(), service: "s3", region: "us-east-1" },
    });
  });

  it("were never used when IAM says N/A", async () => {
    expect(await lastUseOf(undefined)).toMatchObject({ known: true, value: null });
  });

  it.each([
    { ServiceName: "s3", Region: "us-east-1" },
    { ServiceName: "N/A", Region: "us-east-1" },
    { ServiceName: "", Region: "" },
    { LastUsedDate: createdAt, ServiceName: "", Region: "us-east-1" },
  ])("are not known to be unused from %o", async (last) => {
    expect(await lastUseOf(last)).toMatchObject({ known: false, gap: { reason: "empty" } });
  });

  it("are none where IAM lists none, and not asked of users that no policy lets near Kinesis", async () => {
    const none = await scanWith(server, { iam: { accessKeys: {} } });
    expect(none.accessKeys).toMatchObject({ value: [{ keys: { known: true, value: [] } }] });
    const users = testIam.users.map((user) =>
      Object.assign({}, user, { UserPolicyList: [], AttachedManagedPolicies: [] }),
    );
    const groups = testIam.groups.map((group) =>
      Object.assign({}, group, { GroupPolicyList: [], AttachedManagedPolicies: [] }),
    );
    server.calls.clear();
    expect((await scanWith(server, { iam: { users, groups } })).accessKeys).toMatchObject({ value: [] });
    expect(server.calls.count("iam:ListAccessKeys")).toBe(0);
  });

  it("are what could not be read when the users could not", async () => {
    server.faults.add({ operation: "iam:GetAccountAuthorizationDetails", kind: "access-denied" });
    const { accessKeys } = await scanWith(server, {});
    server.faults.clear();
    expect(accessKeys).toMatchObject({ gap: { action: "iam:GetAccountAuthorizationDetails" } });
  });
});
