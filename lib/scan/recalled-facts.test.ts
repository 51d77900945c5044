import { afterAll, beforeAll, expect, it } from "vitest";
import type { ReadJournal } from "@/lib/aws/read-journal";
import type { AccountFacts } from "@/lib/demo/account-facts";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { euWest1 } from "@/lib/demo/account/identifiers";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import type { Known } from "@/lib/model/observed";
import { collectSnapshot } from "@/lib/scan/collect-snapshot";
import { buildRequest, given } from "@/lib/scan/test-scan";

const account = buildDemoAccount();
let server: WireServer;
beforeAll(async () => {
  server = await startWireServer(account);
});
afterAll(() => server.close());

async function groupIdsOf(journal?: ReadJournal): Promise<string[]> {
  const { accounts } = await collectSnapshot({
    request: buildRequest(server.url, { regions: [euWest1] }),
    scanId: "scan-1",
    toolVersion: "0.0.0",
    signal: new AbortController().signal,
    tell: () => undefined,
    ...(journal && { journal }),
  });
  const { securityGroups } = given(accounts[0]?.regions[0], "Region");
  return securityGroups.known ? securityGroups.value.map(({ id }) => id) : [];
}

/** Each endpoint with the first group that it does not have. */
function withOtherGroups(facts: AccountFacts): AccountFacts {
  const region = given(facts.regions[euWest1], "Region");
  const vpcEndpoints = region.vpcEndpoints.map((endpoint) => {
    const has = new Set(endpoint.Groups?.map(({ GroupId }) => GroupId));
    const other = given(
      region.securityGroups.find(({ GroupId }) => !has.has(GroupId)),
      "group",
    );
    return { ...endpoint, Groups: [{ GroupId: other.GroupId, GroupName: other.GroupName }] };
  });
  return { ...facts, regions: { ...facts.regions, [euWest1]: { ...region, vpcEndpoints } } };
}

it("takes no fact over that was asked about other things", async () => {
  const facts = new Map<string, Known<unknown>>();
  const first = await groupIdsOf({
    recall: () => undefined,
    keep: (name, fact) => facts.set(name, fact),
  });
  expect(first).not.toEqual([]);

  // The endpoints were not kept, and are other ones when they are read again.
  server.setAccount(withOtherGroups(account));
  const again = await groupIdsOf({
    recall: <Value>(name: string) =>
      name.includes("DescribeVpcEndpoints")
        ? undefined
        : // As it was kept under the name, which tells its type.
          (facts.get(name) as Known<Value> | undefined),
    keep: () => undefined,
  });
  expect(again).toEqual(await groupIdsOf());
  expect(again).not.toEqual(first);
});
