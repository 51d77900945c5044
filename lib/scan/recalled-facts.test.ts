import { afterAll, beforeAll, expect, it } from "vitest";
import type { ReadJournal } from "@/lib/aws/read-journal";
import type { AccountFacts } from "@/lib/demo/account-facts";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { euWest1 } from "@/lib/demo/account/identifiers";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { collectSnapshot } from "@/lib/scan/collect-snapshot";
import { ScanJournal } from "@/lib/scan/scan-journal";
import { buildRequest, given } from "@/lib/scan/test-scan";
import type { Store } from "@/lib/storage/store";

const account = buildDemoAccount();
const by = { scanId: "scan-1", toolVersion: "0.0.0" };
let server: WireServer;
beforeAll(async () => {
  server = await startWireServer(account);
});
afterAll(() => server.close());

async function groupIdsOf(journal?: ReadJournal): Promise<string[]> {
  const { accounts } = await collectSnapshot({
    request: buildRequest(server.url, { regions: [euWest1] }),
    ...by,
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
  const facts = new Map<string, Uint8Array>();
  const store: Pick<Store, "keepReads"> = {
    async keepReads(_scanId, reads) {
      for (const { name, content } of reads) facts.set(name, content);
    },
  };
  const journal = new ScanJournal(by, store);
  const first = await groupIdsOf(journal);
  await journal.end();
  expect(first).not.toEqual([]);

  // The endpoints were not kept, and are other ones when they are read again.
  server.setAccount(withOtherGroups(account));
  const before = [...facts].filter(([name]) => !name.includes("DescribeVpcEndpoints"));
  expect(before).toHaveLength(facts.size - 1);
  const again = await groupIdsOf(new ScanJournal(by, store, new Map(before)));
  expect(again).toEqual(await groupIdsOf());
  expect(again).not.toEqual(first);
});
