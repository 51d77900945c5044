import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { EC2Client } from "@aws-sdk/client-ec2";
import { ECSClient } from "@aws-sdk/client-ecs";
import { EKSClient } from "@aws-sdk/client-eks";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { FirehoseClient } from "@aws-sdk/client-firehose";
import { IAMClient } from "@aws-sdk/client-iam";
import { KinesisClient } from "@aws-sdk/client-kinesis";
import { KMSClient } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { PipesClient } from "@aws-sdk/client-pipes";
import { ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { Route53Client } from "@aws-sdk/client-route-53";
import { STSClient } from "@aws-sdk/client-sts";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { AccountFacts } from "../account-facts";
import { startWireServer, type WireServer, type WireServerOptions } from "./start-wire-server";

type TestClients = ReturnType<typeof buildClients>;

/** The unmodified clients; a request that gets no answer fails after a second, and nothing is tried twice. */
export function buildClients(endpoint: string, { region = "eu-central-1", sessionToken = "" } = {}) {
  const requestHandler = new NodeHttpHandler({ requestTimeout: 1000, throwOnRequestTimeout: true });
  const credentials = {
    accessKeyId: "AKIATEST",
    secretAccessKey: "secret",
    ...(sessionToken && { sessionToken }),
  };
  const config = { endpoint, region, credentials, requestHandler, maxAttempts: 1 };
  return {
    kinesis: new KinesisClient(config),
    kms: new KMSClient(config),
    tagging: new ResourceGroupsTaggingAPIClient(config),
    organizations: new OrganizationsClient(config),
    iam: new IAMClient(config),
    sts: new STSClient(config),
    ec2: new EC2Client(config),
    ecs: new ECSClient(config),
    eks: new EKSClient(config),
    lambda: new LambdaClient(config),
    pipes: new PipesClient(config),
    cloudtrail: new CloudTrailClient(config),
    eventbridge: new EventBridgeClient(config),
    firehose: new FirehoseClient(config),
    route53: new Route53Client(config),
    destroy: () => requestHandler.destroy(),
  };
}

/** A server for the tests of a file: started once, and whole again after each test. */
export function useWireServer(account: AccountFacts, options: WireServerOptions = {}) {
  let server: WireServer | undefined;
  let clients: TestClients | undefined;
  const started = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new TypeError("The server starts before the first test");
    return part;
  };
  beforeAll(async () => {
    server = await startWireServer(account, options);
    clients = buildClients(server.url);
  });
  afterEach(() => {
    server?.faults.clear();
    server?.calls.clear();
    server?.setAccount(account);
    server?.setQuotas(undefined);
  });
  afterAll(async () => {
    clients?.destroy();
    await server?.close();
  });
  return {
    get server() {
      return started(server);
    },
    get clients() {
      return started(clients);
    },
  };
}

/** The name that the SDK gives to the failure. */
export async function errorName(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "no error",
    (error: unknown) => (error instanceof Error ? error.name : typeof error),
  );
}

/** The answer without what the client itself adds. */
export function answered<Output extends { $metadata?: unknown }>(output: Output): Omit<Output, "$metadata"> {
  const copy = { ...output };
  delete copy.$metadata;
  return copy;
}
