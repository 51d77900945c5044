import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildTestAccount } from "@/lib/demo/wire/test-account";
import { testOrganizationPolicies } from "@/lib/demo/wire/test-organization-policies";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import type { ScanRequest } from "@/lib/model/scan";
import { describeScan } from "@/lib/scan/report/describe-scan";
import { runPreflight } from "@/lib/scan/preflight";
import { buildRequest, failureOf, gapsIn, given, scan, sorted } from "@/lib/scan/test-scan";
import { movedTo } from "@/lib/scan/test-accounts";

const [hub, first, second] = ["111122223333", "444455556666", "777788889999"] as const;
const roleOf = (accountId: string, name = "reader") => `arn:aws:iam::${accountId}:role/${name}`;
const unit = { Id: "ou-ab12-inner", Type: "ORGANIZATIONAL_UNIT" } as const;
const organization = {
  Id: "o-exampleorgid",
  Arn: `arn:aws:organizations::${hub}:organization/o-exampleorgid`,
  MasterAccountId: hub,
};
const own = buildTestAccount({
  organization,
  organizationPolicies: {
    ...testOrganizationPolicies,
    parents: { ...testOrganizationPolicies.parents, [first]: unit, [second]: unit },
    attached: {
      ...testOrganizationPolicies.attached,
      [first]: ["p-all", "p-rall"],
      [second]: ["p-all", "p-rall"],
    },
  },
  organizationAccounts: [
    { Id: hub, State: "ACTIVE" },
    { Id: first, State: "SUSPENDED" },
    { Id: second, Status: "ACTIVE" },
  ],
});
const members = [first, second].map((id) => Object.assign(movedTo(buildTestAccount(), id), { organization }));
const externalId = "weir-(1)";

let server: WireServer;
beforeEach(async () => {
  server = await startWireServer(own, { members });
});
afterEach(() => server.close());

/** As an emulator of one account does: every role leads into it. */
async function startAstray(): Promise<WireServer> {
  await server.close();
  const reader = given(
    own.iam.roles.find(({ RoleName }) => RoleName === "reader"),
    "role",
  );
  const there = movedTo(own, second);
  const roles = [...there.iam.roles, { ...reader, Arn: roleOf(first) }];
  server = await startWireServer({ ...there, iam: { ...there.iam, roles } });
  return server;
}

const scanAs = (request: Partial<ScanRequest>) => scan(server.url, { request });

describe("a scan of the accounts of some roles", () => {
  const request = { accounts: { roleArns: [roleOf(second), roleOf(first)], externalId } };

  it("reads each account as its role, and tells whose each thing is", async () => {
    const { snapshot, events } = await scanAs(request);
    expect(snapshot.accounts.map(({ accountId, identityArn }) => [accountId, identityArn])).toEqual(
      [first, second].map((id) => [id, `arn:aws:sts::${id}:assumed-role/reader/weir`]),
    );
    for (const { accountId, regions } of snapshot.accounts) {
      const streams = regions.flatMap(({ streams: read }) => (read.known ? read.value : []));
      expect(streams.map(({ arn }) => arn)).toContain(
        `arn:aws:kinesis:eu-central-1:${accountId}:stream/payments`,
      );
    }
    expect(events[0]).toMatchObject({ type: "identified", accountId: hub });
    expect(events[1]).toEqual({ type: "accounts", accountIds: [first, second] });
    const planned = events.filter((event) => event.type === "planned");
    expect(sorted(planned.map(({ accountId }) => accountId))).toEqual([first, second]);
  });

  it("counts the calls of each account by themselves", async () => {
    const { snapshot } = await scanAs(request);
    const lists = snapshot.calls.filter(
      ({ operation, region }) => operation === "kinesis:ListStreams" && region === "eu-central-1",
    );
    expect(lists.map(({ accountId, count }) => [accountId, count])).toEqual([
      [first, 1],
      [second, 1],
    ]);
    const sent = snapshot.calls.reduce((sum, { count }) => sum + count, 0);
    expect(sent).toBe(server.calls.count() - server.calls.count("sts:AssumeRole"));
  });

  it("reads policies that are over several accounts once", async () => {
    await scanAs(request);
    const texts = server.calls.entries.filter(
      ({ operation }) => operation === "organizations:DescribePolicy",
    );
    expect(texts.length).toBeGreaterThan(0);
    expect(new Set(texts.map(({ resource }) => resource)).size).toBe(texts.length);
    expect(server.calls.count("organizations:ListAccounts")).toBe(1);
  });

  it("knows nothing of an account whose role cannot be assumed, and says why", async () => {
    const { snapshot, events } = await scanAs({
      accounts: { roleArns: [roleOf(first, "gone"), roleOf(second)], externalId },
    });
    const [shut, open] = snapshot.accounts;
    expect(shut).toMatchObject({ accountId: first, identityArn: roleOf(first, "gone") });
    expect(shut?.regions.length).toBeGreaterThan(0);
    const gaps = gapsIn(shut);
    expect(new Set(gaps.map(({ action, reason, resource }) => [action, reason, resource].join(" ")))).toEqual(
      new Set([`sts:AssumeRole access-denied ${roleOf(first, "gone")}`]),
    );
    expect(open?.regions[0]?.streams.known).toBe(true);
    expect(events).toContainEqual({
      type: "gap",
      gap: { ...given(gaps[0], "gap"), accountId: first },
    });
  });

  it("fails where no account can be entered", async () => {
    const failure = await failureOf(scanAs({ accounts: { roleArns: [roleOf(first), roleOf(second)] } }));
    expect(failure.code).toBe("access-denied");
    expect(failure.message).toContain("None of the 2 accounts could be entered.");
    expect(failure.message).toContain(roleOf(first));
  });

  it("does not take another account for the one that the role names", async () => {
    const { snapshot } = await scan((await startAstray()).url, {
      request: { accounts: { roleArns: [roleOf(first), roleOf(second)], externalId } },
    });
    const [astray, right] = snapshot.accounts;
    expect(gapsIn(astray?.iam)[0]?.message).toContain(
      `the role of account ${first} leads to account ${second}`,
    );
    expect(right?.regions[0]?.streams.known).toBe(true);
    expect(snapshot.calls).toContainEqual(
      expect.objectContaining({ accountId: first, operation: "sts:GetCallerIdentity", count: 1 }),
    );
  });
});

it("is checked beforehand in the first account that can be entered", async () => {
  const check = (roleArns: string[]) =>
    runPreflight(buildRequest(server.url, { accounts: { roleArns, externalId } }), {
      toolVersion: "0.0.0-test",
      signal: new AbortController().signal,
    });
  const checked = await check([roleOf(first, "gone"), roleOf(second)]);
  expect(checked).toMatchObject({
    accountId: second,
    identityArn: `arn:aws:sts::${second}:assumed-role/reader/weir`,
  });
  const failure = await failureOf(check([roleOf(first, "gone")]));
  expect(failure.message).toContain("The account could not be entered.");
});

describe("a scan of the organization", () => {
  it("reads the active accounts: its own as it is, the others as the role", async () => {
    const { snapshot } = await scanAs({ accounts: { roleName: "reader", externalId } });
    expect(snapshot.accounts.map(({ accountId, identityArn }) => [accountId, identityArn])).toEqual([
      [hub, own.callerArn],
      [second, `arn:aws:sts::${second}:assumed-role/reader/weir`],
    ]);
  });

  it("names the accounts that are not active, in the report too", async () => {
    const { snapshot } = await scanAs({ accounts: { roleName: "reader", externalId } });
    const { inactiveAccounts } = describeScan(snapshot, "full");
    expect(inactiveAccounts).toEqual([{ accountId: first, state: "SUSPENDED" }]);
    const named = await scanAs({ accounts: { roleArns: [roleOf(second)], externalId } });
    expect(describeScan(named.snapshot, "full")).not.toHaveProperty("inactiveAccounts");
  });

  it("does not begin where the accounts cannot be listed", async () => {
    server.faults.add({ operation: "organizations:ListAccounts", kind: "access-denied" });
    const failure = await failureOf(scanAs({ accounts: { roleName: "reader", externalId } }));
    expect(failure.code).toBe("access-denied");
    expect(failure.message).toContain("organizations:ListAccounts");
  });
});
