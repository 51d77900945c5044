import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runWeir } from "@/lib/cli/test-weir";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { reportSchema } from "@/lib/model/report";
import { movedTo } from "@/lib/scan/test-accounts";

const timeout = 120_000;
const account = buildDemoAccount();
const [first, second] = ["444455556666", "777788889999"] as const;
const roleOf = (accountId: string) => `arn:aws:iam::${accountId}:role/weir-auditor`;
const externalId = ["--account-external-id", `weir-${first}`];

let server: WireServer;
beforeAll(async () => {
  const organizationAccounts = [account.accountId, first].map((Id) => ({ Id, State: "ACTIVE" as const }));
  const members = [first, second].map((id) => movedTo(account, id));
  server = await startWireServer({ ...account, organizationAccounts }, { members });
});
afterAll(() => server.close());

function audit(...args: readonly string[]) {
  return runWeir(["audit", "--endpoint", server.url, "--region", "eu-west-1", ...args]);
}

describe("weir audit of several accounts", () => {
  it(
    "reads the account of each --account-role-arn, and names those that it cannot enter",
    async () => {
      const roles = [first, second].flatMap((id) => ["--account-role-arn", roleOf(id)]);
      const { code, stdout, stderr } = await audit(...roles, ...externalId);
      expect(code).toBe(0);
      const { scan, streams } = reportSchema.parse(JSON.parse(stdout));
      expect(scan.accounts).toEqual([
        {
          accountId: first,
          identityArn: `arn:aws:sts::${first}:assumed-role/weir-auditor/weir`,
          regions: ["eu-west-1"],
        },
        // Its role asks for another external id.
        { accountId: second, identityArn: roleOf(second), regions: ["eu-west-1"] },
      ]);
      expect(new Set(streams.map(({ accountId }) => accountId))).toEqual(new Set([first]));
      expect(scan.gaps).toContainEqual(
        expect.objectContaining({ action: "sts:AssumeRole", accountId: second, resource: roleOf(second) }),
      );
      expect(stderr).toContain(`Accounts: ${first}, ${second}`);
      expect(stderr).toContain(`Regions of ${first}: eu-west-1`);
    },
    timeout,
  );

  it(
    "reads every active account of the organization by --account-role-name",
    async () => {
      const { code, stdout } = await audit(
        "--account-role-name",
        "weir-auditor",
        ...externalId,
        "--organization-role-arn",
        roleOf(account.accountId),
        "--organization-external-id",
        `weir-${account.accountId}`,
      );
      expect(code).toBe(0);
      const { scan, streams } = reportSchema.parse(JSON.parse(stdout));
      expect(scan.accounts.map(({ accountId }) => accountId)).toEqual([account.accountId, first]);
      const countOf = (id: string) => streams.filter(({ accountId }) => accountId === id).length;
      expect(countOf(first)).toBeGreaterThan(0);
      expect(countOf(first)).toBe(countOf(account.accountId));
    },
    timeout,
  );

  it.each([
    [["--account-external-id", "x1"], "--account-external-id is for roles"],
    [["--account-role-arn", "weir"], "--account-role-arn must be the ARN of a role."],
    [
      ["--account-role-arn", roleOf(first), "--account-role-arn", `${roleOf(first)}-2`],
      "--account-role-arn must name one role of each account.",
    ],
    [["--account-role-name", "we ir"], "--account-role-name must be the name of a role"],
    [["--account-role-arn", roleOf(first), "--account-role-name", "weir"], "cannot be used with"],
  ])(
    "refuses %j",
    async (args, message) => {
      const { code, stdout, stderr } = await audit(...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain(message);
    },
    timeout,
  );
});
