import { EC2Client } from "@aws-sdk/client-ec2";
import { IAMClient } from "@aws-sdk/client-iam";
import { KinesisClient } from "@aws-sdk/client-kinesis";
import { KMSClient } from "@aws-sdk/client-kms";
import { STSClient } from "@aws-sdk/client-sts";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { requireEmulator } from "./require-emulator";

type Environment = Readonly<Record<string, string | undefined>>;

const services = ["EC2", "IAM", "KINESIS", "KMS", "STS"] as const;
type ServiceId = (typeof services)[number];

/** Where each service is, checked: the SDK is left nothing to decide. */
export interface SeedTarget {
  readonly endpoints: Readonly<Record<ServiceId, string>>;
  readonly accessKeyId: string;
}

export interface SeedClients {
  readonly ec2: EC2Client;
  readonly iam: IAMClient;
  readonly kinesis: KinesisClient;
  readonly kms: KMSClient;
  readonly sts: STSClient;
}

/**
 * `AWS_ENDPOINT_URL_<SERVICE>` goes before the endpoint of all, as in AWS's own tools, and is checked like it.
 *
 * @throws {SeedError} when one of them is no emulator's.
 */
export async function chooseTarget(endpoint: string, env: Environment): Promise<SeedTarget> {
  const ofAll = await requireEmulator(endpoint);
  const endpointOf = (service: ServiceId) => {
    const name = `AWS_ENDPOINT_URL_${service}`;
    const own = env[name];
    return own ? requireEmulator(own, name) : ofAll;
  };
  return {
    endpoints: {
      EC2: await endpointOf("EC2"),
      IAM: await endpointOf("IAM"),
      KINESIS: await endpointOf("KINESIS"),
      KMS: await endpointOf("KMS"),
      STS: await endpointOf("STS"),
    },
    accessKeyId: accessKeyOf(env),
  };
}

/**
 * Made-up keys, always: whatever may answer at the address, AWS would refuse them. To emulators an access key of
 * twelve digits names the account.
 *
 * @see https://docs.localstack.cloud/aws/capabilities/config/credentials/
 */
function accessKeyOf(env: Environment): string {
  const own = env["AWS_ACCESS_KEY_ID"] ?? "";
  return /^\d{12}$/.test(own) ? own : "test";
}

export function createSeedClients({ endpoints, accessKeyId }: SeedTarget, region: string): SeedClients {
  const requestHandler = new NodeHttpHandler({ connectionTimeout: 3000, socketTimeout: 20_000 });
  const settings = (service: ServiceId) => ({
    region,
    endpoint: endpoints[service],
    // The environment may ask for them, and the SDK refuses them beside an endpoint.
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    credentials: { accessKeyId, secretAccessKey: "test" },
    requestHandler,
    maxAttempts: 2,
  });
  return {
    ec2: new EC2Client(settings("EC2")),
    iam: new IAMClient(settings("IAM")),
    kinesis: new KinesisClient(settings("KINESIS")),
    kms: new KMSClient(settings("KMS")),
    sts: new STSClient(settings("STS")),
  };
}
