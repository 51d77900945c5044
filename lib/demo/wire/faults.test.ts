import { DescribeVpcsCommand } from "@aws-sdk/client-ec2";
import { GetAccountAuthorizationDetailsCommand } from "@aws-sdk/client-iam";
import {
  DescribeStreamSummaryCommand,
  GetResourcePolicyCommand,
  ListStreamsCommand,
} from "@aws-sdk/client-kinesis";
import { ListAliasesCommand } from "@aws-sdk/client-kms";
import { ListAccountsCommand } from "@aws-sdk/client-organizations";
import { GetResourcesCommand } from "@aws-sdk/client-resource-groups-tagging-api";
import { ListHostedZonesByVPCCommand } from "@aws-sdk/client-route-53";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import { buildTestAccount, streamArn } from "./test-account";
import { answered, buildClients, errorName, useWireServer } from "./test-clients";
import type { FaultKind } from "./faults";

const wire = useWireServer(buildTestAccount());
const zones = { VPCId: "vpc-1", VPCRegion: "eu-central-1" } as const;

const calls = {
  kinesis: () => wire.clients.kinesis.send(new ListStreamsCommand({})),
  tag: () => wire.clients.tagging.send(new GetResourcesCommand({})),
  kms: () => wire.clients.kms.send(new ListAliasesCommand({})),
  organizations: () => wire.clients.organizations.send(new ListAccountsCommand({})),
  iam: () => wire.clients.iam.send(new GetAccountAuthorizationDetailsCommand({})),
  sts: () => wire.clients.sts.send(new GetCallerIdentityCommand({})),
  ec2: () => wire.clients.ec2.send(new DescribeVpcsCommand({})),
  route53: () => wire.clients.route53.send(new ListHostedZonesByVPCCommand(zones)),
};

type Service = keyof typeof calls;
type Expected = readonly [name: string, status: number];

const json = (name: string): Expected => [name, 400];
const query = (name: string): Expected => [name, 403];

const dialects: Readonly<Partial<Record<FaultKind, Readonly<Record<Service, Expected>>>>> = {
  "access-denied": {
    kinesis: json("AccessDeniedException"),
    tag: json("AccessDeniedException"),
    kms: json("AccessDeniedException"),
    organizations: json("AccessDeniedException"),
    iam: query("AccessDenied"),
    sts: query("AccessDenied"),
    ec2: ["UnauthorizedOperation", 403],
    route53: query("AccessDenied"),
  },
  throttle: {
    kinesis: json("LimitExceededException"),
    tag: json("ThrottledException"),
    kms: json("ThrottlingException"),
    organizations: json("TooManyRequestsException"),
    iam: ["Throttling", 400],
    sts: ["Throttling", 400],
    ec2: ["RequestLimitExceeded", 503],
    route53: ["Throttling", 400],
  },
  "expired-token": {
    kinesis: json("ExpiredTokenException"),
    tag: json("ExpiredTokenException"),
    kms: json("ExpiredTokenException"),
    organizations: json("ExpiredTokenException"),
    iam: query("ExpiredToken"),
    sts: query("ExpiredToken"),
    ec2: ["RequestExpired", 400],
    route53: query("ExpiredToken"),
  },
  "unrecognized-client": {
    kinesis: json("UnrecognizedClientException"),
    tag: json("UnrecognizedClientException"),
    kms: json("UnrecognizedClientException"),
    organizations: json("UnrecognizedClientException"),
    iam: query("InvalidClientTokenId"),
    sts: query("InvalidClientTokenId"),
    ec2: ["AuthFailure", 401],
    route53: query("InvalidClientTokenId"),
  },
};

const services = ["kinesis", "tag", "kms", "organizations", "iam", "sts", "ec2", "route53"] as const;
const kinds = ["access-denied", "throttle", "expired-token", "unrecognized-client"] as const;
const matrix = kinds.flatMap((kind) =>
  services.map((service) => ({
    kind,
    service,
    name: dialects[kind]?.[service][0],
    status: dialects[kind]?.[service][1],
  })),
);

describe("faults, as the SDK sees them", () => {
  it.each(matrix)("$kind of $service is $name with $status", async ({ kind, service, name, status }) => {
    wire.server.faults.add({ operation: "*", kind });
    await expect(calls[service]()).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
  });

  it.each(services)("service-unavailable and not-implemented of %s are 503 and 501", async (service) => {
    const remove = wire.server.faults.add({ operation: `${service}:*`, kind: "service-unavailable" });
    await expect(calls[service]()).rejects.toMatchObject({
      name: "ServiceUnavailable",
      $metadata: { httpStatusCode: 503 },
    });
    remove();
    wire.server.faults.add({ operation: `${service}:*`, kind: "not-implemented" });
    await expect(calls[service]()).rejects.toMatchObject({
      name: expect.stringMatching(/^InternalFailure/),
      $metadata: { httpStatusCode: 501 },
    });
  });

  it("names action, caller and resource of a denied call, in AWS's words", async () => {
    wire.server.faults.add({ operation: "kinesis:GetResourcePolicy", kind: "access-denied" });
    const ResourceARN = streamArn("clicks");
    const call = wire.clients.kinesis.send(new GetResourcePolicyCommand({ ResourceARN }));
    await expect(call).rejects.toThrow(
      "User: arn:aws:iam::111122223333:user/auditor is not authorized to perform: kinesis:GetResourcePolicy " +
        `on resource: ${ResourceARN} because no identity-based policy allows the kinesis:GetResourcePolicy action`,
    );
  });

  it.each(services)(
    "empty-200 of %s resolves to nothing at all: the trap for a naive auditor",
    async (service) => {
      wire.server.faults.add({ operation: "*", kind: "empty-200" });
      expect(answered(await calls[service]())).toEqual({});
    },
  );

  it.each([
    { kind: "html-200", service: "kinesis", name: "SyntaxError", status: 200 },
    { kind: "html-502", service: "kinesis", name: "SyntaxError", status: 502 },
    { kind: "truncated-200", service: "kinesis", name: "SyntaxError", status: 200 },
    { kind: "truncated-200", service: "iam", name: "Error", status: 200 },
    { kind: "truncated-200", service: "ec2", name: "Error", status: 200 },
    { kind: "html-502", service: "iam", name: "Unknown", status: 502 },
  ] as const)("$kind of $service is a $name with $status", async ({ kind, service, name, status }) => {
    wire.server.faults.add({ operation: "*", kind });
    await expect(calls[service]()).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
  });

  it.each(["hang", "reset"] as const)("%s is a failure of the connection", async (kind) => {
    wire.server.faults.add({ operation: "kinesis:ListStreams", kind });
    const error: unknown = await calls.kinesis().catch((failure: unknown) => failure);
    expect(error).toMatchObject(kind === "hang" ? { name: "TimeoutError" } : { code: "ECONNRESET" });
    expect(wire.server.calls.count("kinesis:ListStreams")).toBe(1);
  });

  it("gives any other error in the service's own dialect", async () => {
    wire.server.faults.add({
      operation: "*",
      kind: "error",
      code: "ExpiredNextTokenException",
      message: "Too late",
    });
    await expect(calls.kinesis()).rejects.toMatchObject({
      name: "ExpiredNextTokenException",
      message: "Too late",
    });
  });
});

describe("where a fault strikes", () => {
  it("strikes its operation only", async () => {
    wire.server.faults.add({ operation: "kinesis:DescribeStreamSummary", kind: "access-denied" });
    expect(await errorName(calls.kinesis())).toBe("no error");
  });

  it("leaves its exceptions whole", async () => {
    wire.server.faults.add({
      operation: "*",
      except: ["kinesis:*", "sts:GetCallerIdentity"],
      kind: "access-denied",
    });
    expect(await errorName(calls.kinesis())).toBe("no error");
    expect(await errorName(calls.sts())).toBe("no error");
    expect(await errorName(calls.kms())).toBe("AccessDeniedException");
  });

  it("strikes the first calls only", async () => {
    wire.server.faults.add({ operation: "kinesis:ListStreams", kind: "throttle", times: 2 });
    const names = [];
    for (let call = 0; call < 3; call += 1) names.push(await errorName(calls.kinesis()));
    expect(names).toEqual(["LimitExceededException", "LimitExceededException", "no error"]);
  });

  it("is survived by the SDK's own retries when it passes", async () => {
    const { KinesisClient } = await import("@aws-sdk/client-kinesis");
    const { NodeHttpHandler } = await import("@smithy/node-http-handler");
    const requestHandler = new NodeHttpHandler();
    const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "secret" };
    const config = {
      endpoint: wire.server.url,
      region: "eu-central-1",
      credentials,
      requestHandler,
      maxAttempts: 3,
    };
    const patient = new KinesisClient(config);
    wire.server.faults.add({ operation: "*", kind: "throttle", times: 2 });
    expect((await patient.send(new ListStreamsCommand({}))).StreamNames).toEqual(["clicks", "payments"]);
    expect(wire.server.calls.count()).toBe(3);
    patient.destroy();
  });

  it("strikes the resource that it matches only, by name, by ARN and in a form", async () => {
    const summary = (name: string) =>
      errorName(wire.clients.kinesis.send(new DescribeStreamSummaryCommand({ StreamName: name })));
    wire.server.faults.add({ operation: "*", match: "payments", kind: "access-denied" });
    expect(await summary("payments")).toBe("AccessDeniedException");
    expect(await summary("clicks")).toBe("no error");
    wire.server.faults.add({ operation: "*", match: "vpc-2", kind: "throttle" });
    const vpc = (id: string) => errorName(wire.clients.ec2.send(new DescribeVpcsCommand({ VpcIds: [id] })));
    expect(await vpc("vpc-2")).toBe("RequestLimitExceeded");
    expect(await vpc("vpc-1")).toBe("no error");
  });

  it("strikes its Region only", async () => {
    wire.server.faults.add({ operation: "*", region: "us-east-1", kind: "unrecognized-client" });
    const { kinesis, destroy } = buildClients(wire.server.url, { region: "us-east-1" });
    expect(await errorName(kinesis.send(new ListStreamsCommand({})))).toBe("UnrecognizedClientException");
    expect(await errorName(calls.kinesis())).toBe("no error");
    destroy();
  });

  it("is taken away while the server runs", async () => {
    const remove = wire.server.faults.add({ operation: "*", kind: "access-denied" });
    expect(await errorName(calls.kinesis())).toBe("AccessDeniedException");
    remove();
    expect(await errorName(calls.kinesis())).toBe("no error");
  });

  it("gives way to a newer one", async () => {
    wire.server.faults.add({ operation: "*", kind: "access-denied" });
    wire.server.faults.add({ operation: "*", kind: "throttle", times: 1 });
    expect(await errorName(calls.kinesis())).toBe("LimitExceededException");
    expect(await errorName(calls.kinesis())).toBe("AccessDeniedException");
  });
});
