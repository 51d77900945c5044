import { createServer } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { calls } from "@/lib/aws/calls";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { preflightSchema } from "@/lib/model/preflight";
import type { ScanRequest } from "@/lib/model/scan";
import { findEmulator } from "@/lib/aws/find-emulator";
import { runPreflight } from "@/lib/scan/preflight";
import { buildScanPolicy } from "@/lib/scan/scan-policy";

let server: WireServer;
beforeAll(async () => {
  server = await startWireServer(buildDemoAccount());
});
afterEach(() => {
  server.faults.clear();
});
afterAll(() => server.close());

const needed = Object.values(calls)
  .filter((call: AwsCall) => call.grantedToCaller !== true)
  .map(({ action }) => action)
  .filter((action) => action !== "sts:GetCallerIdentity");

function preflight(changes: Partial<ScanRequest> = {}) {
  const request: ScanRequest = {
    source: { kind: "demo", endpoint: server.url },
    regions: ["us-east-1"],
    allRegions: false,
    onDemand: ["event-history"],
    set: "full",
    quotaShare: 0.25,
    ...changes,
  };
  const patience = { connectMs: 1000, answerMs: 5000, backoffMs: 10 };
  return runPreflight(request, { toolVersion: "0.0.0", signal: new AbortController().signal, patience });
}

describe("runPreflight", () => {
  it("tries each call of a scan once, in its smallest form, and never one on records", async () => {
    server.calls.clear();
    const found = await preflight();
    expect(found.calls.map(({ action }) => action)).toEqual(needed);
    const notTried = ["iam:GenerateServiceLastAccessedDetails", "iam:GetServiceLastAccessedDetails"];
    expect(found.calls.filter(({ access }) => access !== "allowed")).toEqual(
      notTried.map((action) => expect.objectContaining({ action, access: "not-tried" })),
    );
    expect(found).toMatchObject({ missingActions: [], policyToAdd: null, accountId: "111122223333" });
    expect(preflightSchema.parse(found)).toEqual(found);
    const made = server.calls.entries.map(({ operation }) => operation);
    expect(made.toSorted()).toEqual(
      [...needed.filter((action) => !notTried.includes(action)), "sts:GetCallerIdentity"].toSorted(),
    );
    expect(made.filter((operation) => /Record|Shard/.test(operation))).toEqual([]);
  });

  it("names what AWS denies, and gives a policy with that alone", async () => {
    server.faults.add({ operation: "kinesis:GetResourcePolicy", kind: "access-denied" });
    server.faults.add({ operation: "iam:*", kind: "access-denied" });
    const found = await preflight();
    const missing = [
      "kinesis:GetResourcePolicy",
      "iam:GetAccountAuthorizationDetails",
      "iam:GetAccountSummary",
    ];
    expect(found.missingActions).toEqual(missing);
    expect(found.policyToAdd?.Statement.flatMap(({ Action }) => Action)).toEqual(missing);
    const whole = buildScanPolicy().Statement;
    for (const { Sid, Effect, Resource } of found.policyToAdd?.Statement ?? []) {
      expect(Effect).toBe("Allow");
      expect(whole.find((statement) => statement.Sid === Sid)?.Resource).toBe(Resource);
    }
    expect(found.recordPolicies).toBeNull();
  });

  it("does not call missing what is not implemented, fails otherwise, or could not be tried", async () => {
    server.faults.add({ operation: "organizations:*", kind: "not-implemented" });
    server.faults.add({ operation: "ec2:DescribeSubnets", kind: "service-unavailable" });
    server.faults.add({ operation: "kinesis:ListStreams", kind: "access-denied" });
    const found = await preflight();
    const accessOf = (name: string) => found.calls.find(({ action }) => action === name)?.access;
    expect(accessOf("organizations:ListAccounts")).toBe("not-implemented");
    expect(accessOf("ec2:DescribeSubnets")).toBe("failed");
    expect(accessOf("kinesis:DescribeStreamSummary")).toBe("not-tried");
    expect(found.missingActions).toEqual(["kinesis:ListStreams"]);
    expect(found.calls.filter(({ access, detail }) => access !== "allowed" && !detail)).toEqual([]);
  });

  it("says which well-known policies of its own identity read records, and null when it did not see them", async () => {
    const account = buildDemoAccount();
    const callerArn = `arn:aws:iam::${account.accountId}:user/raj.patel`;
    server.setAccount({ ...account, callerArn });
    expect((await preflight()).recordPolicies).toEqual(["AmazonKinesisReadOnlyAccess"]);
    server.setAccount({ ...account, callerArn: `arn:aws:iam::${account.accountId}:user/nobody` });
    expect((await preflight()).recordPolicies).toBeNull();
    server.setAccount(account);
    expect((await preflight()).recordPolicies).toEqual([]);
  });

  it("fails as a scan does where there is nothing like AWS", async () => {
    server.faults.add({ operation: "*", kind: "html-200" });
    await expect(preflight()).rejects.toMatchObject({ failure: { code: "not-aws" } });
  });
});

describe("findEmulator", () => {
  it.each([
    [
      "localstack",
      { "/_localstack/health": '{"services": {"kinesis": "running"}, "version": "4.14.0"}' },
      "",
    ],
    ["kinesis-local", { "/healthcheck": "" }, ""],
    ["moto", {}, "Werkzeug/3.1.8 Python/3.11.7, amazon.com"],
    [undefined, {}, "Werkzeug/3.1.8 Python/3.11.7"],
    [undefined, { "/healthcheck": "fine" }, "nginx"],
  ])("tells %s by what it says of itself", async (kind, pages: Record<string, string>, name) => {
    const http = createServer(({ url = "" }, response) => {
      const body = pages[url];
      response.writeHead(body === undefined ? 404 : 200, name ? { server: name } : {}).end(body);
    });
    await new Promise<void>((resolve) => void http.listen(0, "127.0.0.1", resolve));
    const address = http.address();
    const port = typeof address === "object" ? address?.port : undefined;
    expect(await findEmulator(`http://127.0.0.1:${port}`, new AbortController().signal)).toBe(kind);
    http.closeAllConnections();
    http.close();
  });
});
