import "server-only";
import type { SnapshotSource } from "@/lib/model/snapshot";

/** AWS's ids of the services that a scan calls, as they stand in `AWS_ENDPOINT_URL_<SERVICE>`. */
export const serviceIds = [
  "CLOUDTRAIL",
  "EC2",
  "ECS",
  "EKS",
  "EVENTBRIDGE",
  "FIREHOSE",
  "IAM",
  "KINESIS",
  "KMS",
  "LAMBDA",
  "ORGANIZATIONS",
  "PIPES",
  "RESOURCE_GROUPS_TAGGING_API",
  "ROUTE_53",
  "STS",
] as const;

export type ServiceId = (typeof serviceIds)[number];

/** What a client is told of where to go; nothing: the SDK decides, by Region, environment and profile. */
export interface EndpointSettings {
  readonly endpoint?: string;
  /** The SDK refuses FIPS and dual-stack, which the environment may ask for, together with an endpoint. */
  readonly useFipsEndpoint?: false;
  readonly useDualstackEndpoint?: false;
}

/**
 * The demo account is where it says, whatever the environment holds. For other endpoints the variable of
 * one service goes before the endpoint of all, as in AWS's own tools; AWS itself is left to the SDK.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function endpointOf(
  service: ServiceId,
  source: SnapshotSource,
  env: Readonly<Record<string, string | undefined>> = process.env,
): EndpointSettings {
  if (source.kind === "aws" || source.endpoint === undefined) return {};
  if (source.kind === "endpoint" && env[`AWS_ENDPOINT_URL_${service}`]) return {};
  return { endpoint: source.endpoint, useFipsEndpoint: false, useDualstackEndpoint: false };
}
