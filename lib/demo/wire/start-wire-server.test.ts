import { DescribeStreamSummaryCommand, ListStreamsCommand } from "@aws-sdk/client-kinesis";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import { startWireServer } from "./start-wire-server";
import { accountId, buildTestAccount, buildTestRegion, buildTestStream, streamArn } from "./test-account";
import { answered, buildClients, errorName, useWireServer } from "./test-clients";

const account = buildTestAccount();
const wire = useWireServer(account);

describe("startWireServer", () => {
  it("listens on loopback only, at the port that it tells", () => {
    expect(wire.server.url).toBe(`http://127.0.0.1:${wire.server.port}`);
    expect(wire.server.account).toBe(account);
  });

  it("serves another account from the next call on", async () => {
    const next = buildTestAccount({
      regions: { "eu-central-1": buildTestRegion({ streams: [buildTestStream("new")] }) },
    });
    wire.server.setAccount(next);
    expect((await wire.clients.kinesis.send(new ListStreamsCommand({}))).StreamNames).toEqual(["new"]);
    expect(wire.server.account).toBe(next);
  });

  it("has a Region's streams in that Region only", async () => {
    const { kinesis, destroy } = buildClients(wire.server.url, { region: "us-east-1" });
    expect((await kinesis.send(new ListStreamsCommand({}))).StreamNames).toEqual([]);
    expect(await errorName(kinesis.send(new DescribeStreamSummaryCommand({ StreamName: "payments" })))).toBe(
      "ResourceNotFoundException",
    );
    destroy();
  });

  it("knows no credentials in a Region that the account has not enabled, where global services still answer", async () => {
    const { kinesis, sts, destroy } = buildClients(wire.server.url, { region: "me-south-1" });
    expect(await errorName(kinesis.send(new ListStreamsCommand({})))).toBe("UnrecognizedClientException");
    expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe(accountId);
    destroy();
  });

  it("logs what was asked: operation, Region, resource, key and time", async () => {
    await wire.clients.kinesis.send(new ListStreamsCommand({}));
    await wire.clients.kinesis.send(new DescribeStreamSummaryCommand({ StreamARN: streamArn("clicks") }));
    const call = { region: "eu-central-1", accessKeyId: "AKIATEST", at: expect.any(Number) };
    expect(wire.server.calls.entries).toEqual([
      { operation: "kinesis:ListStreams", ...call },
      { operation: "kinesis:DescribeStreamSummary", resource: streamArn("clicks"), ...call },
    ]);
    expect(wire.server.calls.count("kinesis:ListStreams")).toBe(1);
    expect(wire.server.calls.count()).toBe(2);
  });

  it("delays every answer by the latency", async () => {
    const slow = await startWireServer(account, { latencyMs: 80 });
    const { kinesis, destroy } = buildClients(slow.url);
    const start = performance.now();
    await kinesis.send(new ListStreamsCommand({}));
    expect(performance.now() - start).toBeGreaterThanOrEqual(79);
    destroy();
    await slow.close();
  });

  it("fails to start on a taken port, and says so", async () => {
    await expect(startWireServer(account, { port: wire.server.port })).rejects.toThrow("EADDRINUSE");
  });

  it("closes at once while a call hangs, and gives the port back", async () => {
    const server = await startWireServer(account);
    const { kinesis, destroy } = buildClients(server.url);
    server.faults.add({ operation: "*", kind: "hang" });
    const hanging = errorName(kinesis.send(new ListStreamsCommand({})));
    while (server.calls.count() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const start = performance.now();
    await server.close();
    expect(performance.now() - start).toBeLessThan(500);
    expect(await hanging).not.toBe("no error");
    destroy();
    const again = await startWireServer(account, { port: server.port });
    await again.close();
  });

  it("answers 10,000 streams a page of 100 at a time, in AWS's order", async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `stream-${index}`);
    wire.server.setAccount(
      buildTestAccount({
        regions: { "eu-central-1": buildTestRegion({ streams: names.map((name) => buildTestStream(name)) }) },
      }),
    );
    const seen: string[] = [];
    let token: string | undefined;
    do {
      const page = answered(await wire.clients.kinesis.send(new ListStreamsCommand({ NextToken: token })));
      expect(page.StreamNames).toHaveLength(100);
      seen.push(...(page.StreamNames ?? []));
      token = page.NextToken;
    } while (token);
    expect(seen).toEqual(names.toSorted());
  });
});
