import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { AccountFacts } from "@/lib/demo/account-facts";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { accountId, buildTestAccount } from "@/lib/demo/wire/test-account";
import type { ScanRequest } from "@/lib/model/scan";
import { given, scan } from "@/lib/scan/test-scan";

const organization = {
  Id: "o-exampleorgid",
  Arn: `arn:aws:organizations::${accountId}:organization/o-exampleorgid`,
  MasterAccountId: accountId,
};
const account = buildTestAccount({ organization });
const { policies } = account.organizationPolicies;
const roleArn = `arn:aws:iam::${accountId}:role/reader`;
const targetIds = ["r-ab12", "ou-ab12-outer", "ou-ab12-inner", accountId];
let server: WireServer;

beforeAll(async () => {
  server = await startWireServer(account);
});
afterEach(() => {
  server.faults.clear();
  server.calls.clear();
});
afterAll(() => server.close());

async function scanOf(changes: Partial<AccountFacts> = {}, request: Partial<ScanRequest> = {}) {
  server.setAccount({ ...account, ...changes });
  const { snapshot } = await scan(server.url, { request: { regions: ["us-east-1"], ...request } });
  return given(snapshot.accounts[0], "account");
}

describe("the organization's policies", () => {
  it("are read from the root down to the account, each text once and to the letter", async () => {
    const { organizationPolicies: read } = await scanOf();
    if (!read.known) throw new TypeError(read.gap.message);
    const { scps, rcps } = read.value;
    expect(scps.map(({ targetId }) => targetId)).toEqual(targetIds);
    expect(rcps.map(({ targetId }) => targetId)).toEqual(targetIds);
    const ids = (levels: typeof scps) => levels.map((level) => level.policies.map(({ id }) => id));
    expect(ids(scps)).toEqual([["p-all"], ["p-all"], ["p-all", "p-deny"], ["p-all"]]);
    expect(ids(rcps)).toEqual([["p-rall"], ["p-rall"], ["p-rall"], ["p-rall"]]);
    expect(scps[2]?.policies[1]).toEqual({
      id: "p-deny",
      name: "Größe <p-deny>",
      awsManaged: false,
      document: policies[0]?.Content,
    });
    expect(scps[0]?.policies[0]).toMatchObject({ awsManaged: true, document: policies[1]?.Content });
    expect(server.calls.count("organizations:DescribePolicy")).toBe(3);
  });

  it("have no levels of a type that is nowhere attached", async () => {
    const { attached, ...facts } = account.organizationPolicies;
    const withoutRcps = Object.fromEntries(
      Object.entries(attached).map(([id, ids]) => [id, ids.filter((one) => one !== "p-rall")]),
    );
    const { organizationPolicies } = await scanOf({
      organizationPolicies: { ...facts, attached: withoutRcps },
    });
    expect(organizationPolicies).toMatchObject({ value: { scps: [{}, {}, {}, {}], rcps: [] } });
  });

  it.each(["PolicyTypeNotEnabledException", "PolicyTypeNotAvailableForOrganizationException"])(
    "have no levels of a type of which Organizations says %s",
    async (code) => {
      const match = "RESOURCE_CONTROL_POLICY";
      server.faults.add({ operation: "organizations:ListPoliciesForTarget", kind: "error", code, match });
      const { organizationPolicies } = await scanOf();
      expect(organizationPolicies).toMatchObject({ value: { scps: [{}, {}, {}, {}], rcps: [] } });
    },
  );

  it("keep a level without policies where others have some: there nothing is allowed", async () => {
    const { attached, ...facts } = account.organizationPolicies;
    const organizationPolicies = { ...facts, attached: { ...attached, "ou-ab12-outer": [] } };
    const read = (await scanOf({ organizationPolicies })).organizationPolicies;
    expect(read).toMatchObject({
      value: { scps: [{}, { targetId: "ou-ab12-outer", policies: [] }, {}, {}] },
    });
  });

  it("are none in an account without an organization, and nothing is asked", async () => {
    const { organization: _none, ...alone } = account;
    server.setAccount(alone);
    const { snapshot } = await scan(server.url, { request: { regions: ["us-east-1"] } });
    expect(snapshot.accounts[0]).toMatchObject({
      organization: { value: null },
      organizationPolicies: { known: true, value: { scps: [], rcps: [] } },
    });
    expect(server.calls.count("organizations:ListParents")).toBe(0);
  });

  it("are denied to a member account, which costs nothing else", async () => {
    expect(await scanOf({ organizationAccounts: [] })).toMatchObject({
      organization: { known: true },
      organizationPolicies: {
        known: false,
        gap: { action: "organizations:ListParents", reason: "access-denied" },
      },
    });
  });

  it("are not known when the way up goes round in a circle", async () => {
    const parents = { [accountId]: { Id: accountId, Type: "ORGANIZATIONAL_UNIT" as const } };
    const { organizationPolicies } = await scanOf({
      organizationPolicies: { ...account.organizationPolicies, parents },
    });
    expect(organizationPolicies).toMatchObject({ known: false, gap: { reason: "malformed" } });
  });

  it("are asked for even where the organization itself is not known", async () => {
    server.faults.add({ operation: "organizations:DescribeOrganization", kind: "access-denied" });
    expect(await scanOf()).toMatchObject({
      organization: { known: false },
      organizationPolicies: { known: true, value: { scps: [{}, {}, {}, {}] } },
    });
  });
});

describe("the second role", () => {
  const organizationRole = {
    source: { kind: "endpoint" as const },
    organizationRoleArn: roleArn,
    organizationExternalId: "weir-(1)",
  };
  const request = () => ({
    ...organizationRole,
    source: { kind: "endpoint" as const, endpoint: server.url },
  });
  const keysOf = (pattern: RegExp) =>
    new Set(
      server.calls.entries
        .filter(({ operation }) => pattern.test(operation))
        .map(({ accessKeyId }) => accessKeyId.slice(0, 4)),
    );

  it("reads accounts and policies, is assumed once, and reads nothing else", async () => {
    const { organizationPolicies } = await scanOf({}, request());
    expect(organizationPolicies.known).toBe(true);
    expect(server.calls.count("sts:AssumeRole")).toBe(1);
    expect(keysOf(/^organizations:(List|DescribePolicy)/)).toEqual(new Set(["ASIA"]));
    expect(keysOf(/^(?!organizations:(List|DescribePolicy))/).has("ASIA")).toBe(false);
  });

  it("costs what it would have read when it cannot be assumed, and not the scan", async () => {
    const wrong = { ...request(), organizationExternalId: "another" };
    expect(await scanOf({}, wrong)).toMatchObject({
      organization: { known: true },
      organizationAccountIds: { known: false, gap: { reason: "access-denied" } },
      organizationPolicies: { known: false, gap: { reason: "access-denied" } },
      accountSummary: { known: true },
    });
  });
});
