import { GetRecordsCommand } from "@aws-sdk/client-kinesis";
import { ListUsersCommand } from "@aws-sdk/client-iam";
import { DescribeVolumesCommand } from "@aws-sdk/client-ec2";
import { ListHostedZonesCommand } from "@aws-sdk/client-route-53";
import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { buildTestAccount } from "./test-account";
import { useWireServer } from "./test-clients";

const wire = useWireServer(buildTestAccount());
const scope = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=AKIATEST/20260304/eu-central-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;
const jsonType = "application/x-amz-json-1.1";
const formType = "application/x-www-form-urlencoded";
const listStreams = { "x-amz-target": "Kinesis_20131202.ListStreams", "content-type": jsonType };

async function post(body: string, headers: Record<string, string>, path = "/") {
  const response = await fetch(wire.server.url + path, { method: "POST", body, headers });
  return { status: response.status, text: await response.text() };
}

describe("requests that AWS would refuse", () => {
  it.each(["{", "[]", "null", '"text"', "\u0000"])(
    "calls the JSON body %j a SerializationException",
    async (body) => {
      const answer = await post(body, { ...listStreams, authorization: scope("kinesis") });
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text)).toMatchObject({ __type: "SerializationException" });
    },
  );

  it.each([
    { Limit: "many" },
    { Limit: 1.5 },
    { Limit: {} },
    { ExclusiveStartStreamName: 5 },
    { NextToken: ["x"] },
    JSON.parse('{"__proto__":{"Limit":1}}'),
  ])("survives %j in a JSON body", async (body) => {
    const answer = await post(JSON.stringify(body), { ...listStreams, authorization: scope("kinesis") });
    expect([200, 400]).toContain(answer.status);
  });

  it.each([
    {
      what: "JSON",
      headers: listStreams,
      body: "{}",
      code: "MissingAuthenticationTokenException",
      status: 400,
    },
    {
      what: "Query",
      headers: { "content-type": formType },
      body: "Action=GetCallerIdentity&Version=2011-06-15",
      code: "<Code>MissingAuthenticationToken</Code>",
      status: 403,
    },
    {
      what: "EC2 Query",
      headers: { "content-type": formType },
      body: "Action=DescribeVpcs&Version=2016-11-15",
      code: "<Response><Errors><Error><Code>MissingAuthenticationToken</Code>",
      status: 403,
    },
  ])(
    "answers an unsigned $what request in the service's dialect",
    async ({ headers, body, code, status }) => {
      const answer = await post(body, headers);
      expect(answer).toMatchObject({ status, text: expect.stringContaining(code) });
    },
  );

  it.each([
    "",
    "Bearer x",
    "AWS4-HMAC-SHA256 Credential=AKIA/20260304/kinesis/aws4_request",
    scope("").replace("//", "/"),
  ])("takes %j for no signature", async (authorization) => {
    const answer = await post("{}", { ...listStreams, authorization });
    expect(answer.text).toContain("MissingAuthenticationTokenException");
  });

  it("answers 501 for operations that it does not serve, as each service would say it", async () => {
    const unserved = [
      () => wire.clients.kinesis.send(new GetRecordsCommand({ ShardIterator: "x" })),
      () => wire.clients.iam.send(new ListUsersCommand({})),
      () => wire.clients.ec2.send(new DescribeVolumesCommand({})),
      () => wire.clients.route53.send(new ListHostedZonesCommand({})),
    ];
    for (const call of unserved) {
      await expect(call()).rejects.toMatchObject({
        name: expect.stringMatching(/^InternalFailure/),
        $metadata: { httpStatusCode: 501 },
      });
    }
    expect(wire.server.calls.count("kinesis:GetRecords")).toBe(1);
  });

  it.each(["constructor", "__proto__", "toString", ""])("does not take %j for an operation", async (name) => {
    const headers = { "x-amz-target": `Kinesis_20131202.${name}`, authorization: scope("kinesis") };
    expect((await post("{}", headers)).status).toBe(501);
  });

  it("answers 501 for services that it does not serve", async () => {
    const answer = await post("{}", { "x-amz-target": "Logs.X", authorization: scope("logs") });
    expect(answer.status).toBe(501);
    expect(JSON.parse(answer.text)).toMatchObject({ __type: "InternalFailure" });
    expect(
      (await post("Action=X", { "content-type": formType, authorization: scope("sns") })).text,
    ).toContain("<Code>");
  });

  it("calls a number that is none MalformedInput", async () => {
    const body = "Action=GetAccountAuthorizationDetails&Version=2010-05-08&MaxItems=many";
    const answer = await post(body, { "content-type": formType, authorization: scope("iam") });
    expect(answer).toMatchObject({
      status: 400,
      text: expect.stringContaining("<Code>MalformedInput</Code>"),
    });
  });

  it("reads hostile parameter names without harm", async () => {
    const names = [
      "__proto__.x",
      "Filter.1.__proto__",
      "constructor.prototype.y",
      "..",
      `${"a.".repeat(20_000)}b`,
    ];
    const body = `Action=DescribeVpcs&Version=2016-11-15&${names.map((name) => `${name}=1`).join("&")}`;
    const answer = await post(body, { "content-type": formType, authorization: scope("ec2") });
    expect(answer.text).toMatch(/DescribeVpcsResponse|InvalidParameterValue/);
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });

  it("escapes what it repeats into XML", async () => {
    const body = "Action=DescribeVpcs&Version=2016-11-15&VpcId.1=%3Cb%3E%26%22";
    const answer = await post(body, { "content-type": formType, authorization: scope("ec2") });
    expect(answer.text).toContain("&lt;b&gt;&amp;&quot;");
  });

  it("refuses a body larger than a megabyte", async () => {
    const status = await new Promise((resolve) => {
      const sent = request(wire.server.url, { method: "POST" }, (response) =>
        resolve(response.resume().statusCode),
      );
      sent.on("error", () => resolve("closed"));
      sent.end("x".repeat(1_100_000));
    });
    expect([413, "closed"]).toContain(status);
  });

  it("goes on serving after all of that", async () => {
    expect((await post("{}", { ...listStreams, authorization: scope("kinesis") })).status).toBe(200);
  });
});
