import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runWeir } from "@/lib/cli/test-weir";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { reportSchema } from "@/lib/model/report";

const timeout = 120_000;
const account = buildDemoAccount();
const roleArn = `arn:aws:iam::${account.accountId}:role/weir-auditor`;

let server: WireServer;
beforeAll(async () => {
  const callerArn = `arn:aws:iam::${account.accountId}:user/raj.patel`;
  server = await startWireServer({ ...account, callerArn });
});
afterAll(() => server.close());

function audit(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return runWeir(["audit", "--endpoint", server.url, ...args], { env });
}

describe("weir audit, as whom and where", () => {
  it(
    "scans as the role that --role-arn names, with the external id that its trust policy asks for",
    async () => {
      const external = ["--external-id", `weir-${account.accountId}`];
      const { code, stdout } = await audit(["--role-arn", roleArn, ...external, "--region", "eu-west-1"]);
      expect(code).toBe(0);
      const { scan } = reportSchema.parse(JSON.parse(stdout));
      expect(scan.identityArn).toBe(`arn:aws:sts::${account.accountId}:assumed-role/weir-auditor/weir`);
      expect(scan.regions).toEqual(["eu-west-1"]);
    },
    timeout,
  );

  it(
    "says which role could not be assumed, and that the external id may be why",
    async () => {
      const { code, stdout, stderr } = await audit(["--role-arn", roleArn, "--external-id", "wrong"]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain(`The role ${roleArn} could not be assumed`);
      expect(stderr).toContain("the external id");
    },
    timeout,
  );

  it.each([{ AWS_REGION: "eu-west-1" }, { AWS_DEFAULT_REGION: "eu-west-1" }])(
    "scans the Region of %j when none is named",
    async (env) => {
      const { stdout } = await audit([], env);
      expect(reportSchema.parse(JSON.parse(stdout)).scan.regions).toEqual(["eu-west-1"]);
    },
    timeout,
  );

  it(
    "makes the two slow calls where --event-history and --last-accessed ask for them, and else not",
    async () => {
      const slow = ["cloudtrail:LookupEvents", "iam:GetServiceLastAccessedDetails"];
      const made = async (...flags: string[]) => {
        server.calls.clear();
        expect((await audit(["--region", "eu-west-1", ...flags])).code).toBe(0);
        return slow.map((operation) => server.calls.count(operation) > 0);
      };
      expect(await made()).toEqual([false, false]);
      expect(await made("--event-history")).toEqual([true, false]);
      expect(await made("--last-accessed")).toEqual([false, true]);
    },
    timeout,
  );
});
