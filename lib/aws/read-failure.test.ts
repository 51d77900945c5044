import { DescribeRegionsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { IAMClient, ListUsersCommand } from "@aws-sdk/client-iam";
import { KinesisClient, ListStreamsCommand } from "@aws-sdk/client-kinesis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Hosts } from "@/lib/aws/hosts";
import { HttpHandler } from "@/lib/aws/http-handler";
import { readFailure } from "@/lib/aws/read-failure";
import { startTestServer, type TestReply, type TestServer } from "@/lib/aws/test-server";

const json = (type: string, message: string, status = 400): TestReply => ({
  status,
  contentType: "application/x-amz-json-1.1",
  body: JSON.stringify({ __type: type, message }),
});
const query = (code: string, message: string, status = 403): TestReply => ({
  status,
  contentType: "text/xml",
  body: `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});
const ec2 = (code: string, message: string, status = 403): TestReply => ({
  status,
  contentType: "text/xml",
  body: `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors></Response>`,
});
const html = (status: number): TestReply => ({
  status,
  contentType: "text/html",
  body: "<!doctype html>\n<html lang=en><title>Proxy</title><p>Please sign in",
});

let server: TestServer;
let askers: Record<"kinesis" | "iam" | "ec2", () => Promise<unknown>>;

beforeAll(async () => {
  server = await startTestServer();
  const settings = {
    region: "eu-west-1",
    endpoint: server.url,
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    requestHandler: new HttpHandler({ connectMs: 300, answerMs: 300 }, new Hosts()),
    maxAttempts: 1,
  };
  const kinesis = new KinesisClient(settings);
  const iam = new IAMClient(settings);
  const compute = new EC2Client(settings);
  askers = {
    kinesis: () => kinesis.send(new ListStreamsCommand({})),
    iam: () => iam.send(new ListUsersCommand({})),
    ec2: () => compute.send(new DescribeRegionsCommand({})),
  };
});
afterAll(() => server.close());

describe("readFailure", () => {
  it.each([
    { service: "kinesis", reply: json("AccessDeniedException", "not authorized"), reason: "access-denied" },
    { service: "iam", reply: query("AccessDenied", "not authorized"), reason: "access-denied" },
    { service: "ec2", reply: ec2("UnauthorizedOperation", "no"), reason: "access-denied" },

    { service: "kinesis", reply: json("LimitExceededException", "Rate exceeded"), reason: "throttled" },
    { service: "iam", reply: query("Throttling", "Rate exceeded", 400), reason: "throttled" },
    { service: "ec2", reply: ec2("RequestLimitExceeded", "Slow", 503), reason: "throttled" },

    { service: "kinesis", reply: json("ExpiredTokenException", "expired"), reason: "expired-credentials" },
    { service: "iam", reply: query("ExpiredToken", "expired"), reason: "expired-credentials" },
    { service: "ec2", reply: ec2("RequestExpired", "expired", 400), reason: "expired-credentials" },

    { service: "kinesis", reply: json("UnrecognizedClientException", "invalid"), reason: "region-disabled" },
    { service: "iam", reply: query("InvalidClientTokenId", "invalid"), reason: "region-disabled" },
    { service: "ec2", reply: ec2("AuthFailure", "invalid", 401), reason: "region-disabled" },
    { service: "ec2", reply: ec2("OptInRequired", "subscribe", 401), reason: "region-disabled" },

    // The five faces of "not implemented": moto, LocalStack, kinesis-mock, MiniStack, kinesalite.
    { service: "kinesis", reply: html(500), reason: "not-implemented" },
    { service: "iam", reply: html(500), reason: "not-implemented" },
    { service: "kinesis", reply: json("InternalFailure", "not supported", 501), reason: "not-implemented" },
    {
      service: "kinesis",
      reply: json("AccessDeniedException", "Unable to determine service/operation name to be authorized"),
      reason: "not-implemented",
    },
    { service: "iam", reply: query("InvalidAction", "no such action", 400), reason: "not-implemented" },
    { service: "kinesis", reply: json("UnknownOperationException", ""), reason: "not-implemented" },

    { service: "kinesis", reply: html(200), reason: "malformed" },
    { service: "ec2", reply: html(200), reason: "malformed" },
    { service: "kinesis", reply: { status: 200, body: '{"StreamNames":["a' }, reason: "malformed" },
    { service: "kinesis", reply: html(502), reason: "unreachable" },
    { service: "iam", reply: { status: 503, body: "" }, reason: "unreachable" },
    { service: "kinesis", reply: "reset", reason: "unreachable" },
    { service: "kinesis", reply: "hang", reason: "timed-out" },
    { service: "kinesis", reply: json("InternalFailure", "oops", 500), reason: "unexpected" },
  ] as const)("calls it $reason when $service gets $reply", async ({ service, reply, reason }) => {
    server.reply = reply;
    expect(await failureOf(askers[service])).toMatchObject({ reason });
  });

  it("takes an unknown client in the home Region for credentials that ended", async () => {
    server.reply = json("UnrecognizedClientException", "The security token is invalid.");
    const failure = await failureOf(askers.kinesis, { homeRegion: true });
    expect(failure).toMatchObject({ reason: "expired-credentials" });
  });

  it("does not call a page of HTML from AWS itself 'not implemented'", async () => {
    server.reply = html(500);
    expect(await failureOf(askers.kinesis, { customEndpoint: false })).toMatchObject({
      reason: "unreachable",
    });
  });

  it("drops the text of a signature error, which quotes the session token", async () => {
    server.reply = query("SignatureDoesNotMatch", "x-amz-security-token:IQoJb3JpZ2luX2VjEXAMPLE");
    const failure = await failureOf(askers.iam);
    expect(failure.detail).toBe("SignatureDoesNotMatch");
  });

  it("makes text that an attacker chose fit for one line", async () => {
    server.reply = json("AccessDeniedException", `a\u001b[31m\n\u202eb${"x".repeat(1000)}`);
    const { detail } = await failureOf(askers.kinesis);
    expect(detail).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(detail.length).toBeLessThan(310);
  });

  it("says that nobody listens there", async () => {
    const gone = await startTestServer();
    await gone.close();
    const client = new KinesisClient({
      region: "eu-west-1",
      endpoint: gone.url,
      credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
      requestHandler: new HttpHandler({ connectMs: 300, answerMs: 300 }, new Hosts()),
      maxAttempts: 1,
    });
    const failure = await failureOf(() => client.send(new ListStreamsCommand({})));
    expect(failure).toMatchObject({ reason: "unreachable", transient: true });
    expect(failure.detail).toContain("ECONNREFUSED");
  });
});

async function failureOf(
  ask: () => Promise<unknown>,
  place: { homeRegion?: boolean; customEndpoint?: boolean } = {},
) {
  const error = await ask().then(
    () => expect.unreachable("the call succeeded"),
    (reason: unknown) => reason,
  );
  return readFailure(error, { homeRegion: false, customEndpoint: true, ...place });
}
