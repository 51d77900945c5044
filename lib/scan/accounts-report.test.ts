import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import type { Report } from "@/lib/model/report";
import type { Snapshot } from "@/lib/model/snapshot";
import { buildReport } from "@/lib/scan/build-report";
import { sha256 } from "@/lib/scan/sha256";
import { movedTo } from "@/lib/scan/test-accounts";
import { scan, sorted } from "@/lib/scan/test-scan";
import { defaultSettings } from "@/lib/model/settings";

const account = buildDemoAccount();
const other = "444455556666";

let server: WireServer;
let snapshot: Snapshot;
let together: Report;
let alone: readonly Report[];
beforeAll(async () => {
  const organizationAccounts = [account.accountId, other].map((Id) => ({ Id, State: "ACTIVE" as const }));
  const members = [movedTo(account, other)];
  server = await startWireServer({ ...account, organizationAccounts }, { members });
  const accounts = { roleName: "weir-auditor", externalId: `weir-${other}` };
  ({ snapshot } = await scan(server.url, { request: { accounts } }));
  together = reportOf(snapshot);
  alone = snapshot.accounts.map((one) => reportOf({ ...snapshot, accounts: [one] }));
}, 60_000);
afterAll(() => server.close());

function reportOf(of: Snapshot): Report {
  return buildReport({ snapshot: of, settings: defaultSettings, set: "full", hash: sha256 });
}

describe("the report of several accounts", () => {
  it("judges each stream as the report of its account alone", () => {
    expect(alone).toHaveLength(2);
    const expected = alone.flatMap(({ streams }) => streams);
    expect(expected.length).toBeGreaterThan(20);
    const byArn = new Map(together.streams.map((stream) => [stream.arn, stream]));
    expect(byArn.size).toBe(expected.length);
    for (const stream of expected) expect(byArn.get(stream.arn)).toEqual(stream);
  });

  it("has the findings of each, and none of them is of both", () => {
    const ids = alone.flatMap(({ findings }) => findings.map(({ findingId }) => findingId));
    expect(new Set(ids).size).toBe(ids.length);
    expect(sorted(together.findings.map(({ findingId }) => findingId))).toEqual(sorted(ids));
    for (const { subjects } of together.findings)
      expect(new Set(subjects.map(({ accountId }) => accountId)).size).toBe(1);
  });

  it("scores each account as its own report does", () => {
    expect(together.accountScores).toEqual(
      alone.map(({ overall, scan: { accountId } }) => ({ accountId, ...overall })),
    );
    expect(alone[0]?.accountScores).toBeUndefined();
  });

  it("shows what AWS manages once, with everybody whom it is attached to", () => {
    const managed = together.policies.filter(({ awsManaged }) => awsManaged);
    expect(managed.length).toBeGreaterThan(0);
    expect(new Set(together.policies.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(
      together.policies.length,
    );
    for (const { id, attachedTo } of managed)
      expect(attachedTo).toEqual(
        sorted(
          alone.flatMap(({ policies }) => policies.find((policy) => policy.id === id)?.attachedTo ?? []),
        ),
      );
  });

  it("tells of each account with its Regions, and of gaps whose they are", () => {
    expect(together.scan.accounts.map(({ accountId }) => accountId)).toEqual([account.accountId, other]);
    expect(together.scan.accounts.map(({ regions }) => regions)).toEqual(
      alone.map(({ scan: of }) => of.regions),
    );
    expect(together.scan.gaps).toHaveLength(alone.flatMap(({ scan: { gaps } }) => gaps).length);
    for (const gap of together.scan.gaps) expect([account.accountId, other]).toContain(gap.accountId);
  });
});
