import "server-only";
import { serviceIds } from "@/lib/aws/endpoint-of";
import type { SnapshotSource } from "@/lib/model/snapshot";

/** An endpoint that Weir does not take; the message says why, without the address, which may hold a password. */
export class EndpointError extends Error {
  override readonly name = "EndpointError";
}

const ofOneService = new RegExp(`^AWS_ENDPOINT_URL_(${serviceIds.join("|")})$`);

/**
 * AWS, or the endpoint that the environment names to the SDK.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function sourceOfEnvironment(env: Readonly<Record<string, string | undefined>>): SnapshotSource {
  if (env["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]?.toLowerCase() === "true") return { kind: "aws" };
  const endpoint = env["AWS_ENDPOINT_URL"];
  if (endpoint) return { kind: "endpoint", endpoint: parseEndpoint(endpoint, "AWS_ENDPOINT_URL") };
  const ofServices = Object.entries(env).filter(([name, value]) => value && ofOneService.test(name));
  for (const [name, value = ""] of ofServices) parseEndpoint(value, name);
  // No one address to name: the SDK finds each service's own.
  return { kind: ofServices.length > 0 ? "endpoint" : "aws" };
}

/** An address to send AWS calls to. It stands in every report, so it may hold no user name or password. */
export function parseEndpoint(text: string, name: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol))
    throw new EndpointError(`${name} must be an http or https address, such as http://localhost:4566.`);
  if (url.username || url.password)
    throw new EndpointError(`${name} must not hold a user name or password; credentials come from AWS_*.`);
  return text;
}
