import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import { startTestServer, type TestServer } from "@/lib/aws/test-server";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { buildTestAccount } from "@/lib/demo/wire/test-account";
import { buildRequest, failureOf, scan } from "@/lib/scan/test-scan";
import { collectSnapshot } from "@/lib/scan/collect-snapshot";

let server: WireServer;
let other: TestServer;

beforeAll(async () => {
  server = await startWireServer(buildTestAccount());
  other = await startTestServer();
});
beforeEach(() => {
  for (const name of Object.keys(process.env).filter((key) => key.startsWith("AWS_"))) {
    if (!name.startsWith("AWS_SDK_JS")) vi.stubEnv(name, undefined);
  }
  vi.stubEnv("AWS_CONFIG_FILE", "/nonexistent/config");
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent/credentials");
});
afterEach(() => {
  server.faults.clear();
  vi.unstubAllEnvs();
});
afterAll(async () => {
  await server.close();
  await other.close();
});

describe("a scan that cannot run", () => {
  it("says within three seconds that there are no credentials, with a metadata service that hangs", async () => {
    other.reply = "hang";
    vi.stubEnv("AWS_EC2_METADATA_SERVICE_ENDPOINT", other.url);
    vi.stubEnv("AWS_ENDPOINT_URL", server.url);
    const began = performance.now();
    const failure = await failureOf(scan("", { request: { source: { kind: "aws" } } }));
    expect(failure).toEqual({
      code: "no-credentials",
      message: "No AWS credentials were found.",
      advice: "Set AWS_PROFILE, sign in with `aws sso login`, or try the demo.",
    });
    expect(performance.now() - began).toBeLessThan(3000);
    expect(server.calls.count()).toBe(0);
  });

  it("names the profile that has no credentials", async () => {
    vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
    const failure = await failureOf(scan("", { request: { source: { kind: "aws" }, profile: "audit" } }));
    expect(failure).toMatchObject({ code: "no-credentials", message: expect.stringContaining("audit") });
  });

  it.each([
    { kind: "expired-token", code: "expired-credentials" },
    { kind: "unrecognized-client", code: "access-denied" },
    { kind: "access-denied", code: "access-denied" },
    { kind: "empty-200", code: "not-aws" },
    { kind: "not-implemented", code: "not-aws" },
    { kind: "html-502", code: "unreachable" },
    { kind: "reset", code: "unreachable" },
  ] as const)("says $code when the first call meets $kind", async ({ kind, code }) => {
    server.faults.add({ operation: "sts:GetCallerIdentity", kind });
    const failure = await failureOf(scan(server.url));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(/^[^\n]{10,500}\.$/);
    expect(failure.advice).toMatch(/^[^\n]{5,200}\.$/);
  });

  it("says that something else answers there", async () => {
    other.reply = { status: 200, contentType: "text/html", body: "<!doctype html><p>Hello<br>you" };
    expect(await failureOf(scan(other.url))).toMatchObject({ code: "not-aws" });
  });

  it("says that nothing answers there", async () => {
    const gone = await startTestServer();
    await gone.close();
    expect(await failureOf(scan(gone.url))).toMatchObject({ code: "unreachable" });
  });

  it("does not take an address that is none", async () => {
    expect(await failureOf(scan("127.0.0.1:4566"))).toMatchObject({ code: "not-aws" });
  });

  it("tells nobody the session token that its own errors carry", async () => {
    stubKeys();
    vi.stubEnv("AWS_SESSION_TOKEN", "IQoJb3JpZ2luX2VjSecretToken");
    server.faults.add({ operation: "sts:GetCallerIdentity", kind: "access-denied" });
    const source = { kind: "endpoint" as const, endpoint: server.url };
    const error: unknown = await scan(server.url, { request: { source } }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ScanFailureError);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(/SecretToken|Signature=/);
  });

  it("asks for a Region where nothing names one", async () => {
    stubKeys();
    vi.stubEnv("AWS_ENDPOINT_URL", server.url);
    const failure = await failureOf(scan("", { request: { source: { kind: "aws" } } }));
    expect(failure.message).toContain("No AWS Region was chosen");
  });

  it("says which role could not be assumed", async () => {
    server.faults.add({ operation: "sts:AssumeRole", kind: "access-denied" });
    const roleArn = "arn:aws:iam::111122223333:role/audit";
    const request = {
      source: { kind: "endpoint" as const, endpoint: server.url },
      roleArn,
      externalId: "x-1",
    };
    const failure = await failureOf(scan(server.url, { request }));
    expect(failure).toMatchObject({ code: "access-denied", message: expect.stringContaining(roleArn) });
  });
});

describe("a scan that is cancelled", () => {
  it("rejects at once with the signal's reason, though calls hang", async () => {
    server.faults.add({ operation: "*", kind: "hang", except: ["sts:*", "ec2:DescribeRegions"] });
    const cancelled = new AbortController();
    const told: string[] = [];
    const scanning = collectSnapshot({
      request: buildRequest(server.url),
      scanId: "scan-1",
      toolVersion: "0",
      signal: cancelled.signal,
      tell: ({ type }) => {
        told.push(type);
        if (type === "planned") setTimeout(() => cancelled.abort(), 50);
      },
    });
    await expect(scanning).rejects.toMatchObject({ name: "AbortError" });
    const count = told.length;
    await new Promise((resolve) => void setTimeout(resolve, 50));
    expect(told).toHaveLength(count);
  });

  it("does not start when it is cancelled already", async () => {
    const before = server.calls.count();
    await expect(scan(server.url, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(server.calls.count()).toBe(before);
  });
});

describe("where a scan goes", () => {
  it("never shows the user's credentials to the demo account", async () => {
    stubKeys();
    vi.stubEnv("AWS_ENDPOINT_URL_KINESIS", other.url);
    server.calls.clear();
    const { snapshot } = await scan(server.url);
    expect(new Set(server.calls.entries.map(({ accessKeyId }) => accessKeyId))).toEqual(new Set(["demo"]));
    expect(snapshot.source).toEqual({ kind: "demo", endpoint: server.url });
    expect(server.calls.count("kinesis:ListStreams")).toBeGreaterThan(0);
    expect(JSON.stringify(snapshot)).not.toMatch(/AKIDEXAMPLE|wJalrXUtnFEMI/);
  });

  it("shows an endpoint the user's credentials, and test where there are none", async () => {
    const request = {
      source: { kind: "endpoint" as const, endpoint: server.url },
      regions: ["eu-central-1"],
    };
    server.calls.clear();
    await scan(server.url, { request });
    expect(new Set(server.calls.entries.map(({ accessKeyId }) => accessKeyId))).toEqual(new Set(["test"]));

    stubKeys();
    server.calls.clear();
    await scan(server.url, { request });
    expect(new Set(server.calls.entries.map(({ accessKeyId }) => accessKeyId))).toEqual(
      new Set(["AKIDEXAMPLE"]),
    );
  });

  it("lets the variable of one service go before the endpoint of all", async () => {
    other.reply = { status: 501, body: "" };
    vi.stubEnv("AWS_ENDPOINT_URL_KINESIS", other.url);
    const source = { kind: "endpoint" as const, endpoint: server.url };
    const { snapshot } = await scan(server.url, { request: { source, regions: ["eu-central-1"] } });
    expect(snapshot.accounts[0]?.regions[0]).toMatchObject({
      streams: { known: false, gap: { reason: "not-implemented" } },
      aliases: { known: true },
    });
  });

  it("says 'endpoint' when the environment leads a scan of AWS elsewhere", async () => {
    stubKeys();
    vi.stubEnv("AWS_ENDPOINT_URL", server.url);
    const request = { source: { kind: "aws" as const }, regions: ["us-east-1"], quotaShare: 0.9 };
    const { snapshot } = await scan("", { request });
    expect(snapshot.source).toEqual({ kind: "endpoint", endpoint: server.url });
    expect(new Set(snapshot.calls.map(({ share }) => share))).toEqual(new Set([0.9]));
  });

  it("assumes the role once for all clients", async () => {
    const roleArn = "arn:aws:iam::111122223333:role/reader";
    server.calls.clear();
    await scan(server.url, {
      request: {
        source: { kind: "endpoint", endpoint: server.url },
        regions: ["eu-central-1", "us-east-1"],
        roleArn,
        externalId: "weir-(1)",
      },
    });
    expect(server.calls.count("sts:AssumeRole")).toBe(1);
  });

  it("keeps a password in the endpoint's address out of the snapshot", async () => {
    const endpoint = server.url.replace("http://", "http://user:hunter2@");
    const { snapshot } = await scan(endpoint);
    expect(JSON.stringify(snapshot)).not.toContain("hunter2");
  });
});

function stubKeys(): void {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI-example");
}
