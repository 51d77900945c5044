import "server-only";
import { STSClient } from "@aws-sdk/client-sts";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import type { ScanRequest } from "@/lib/model/scan";

/** Regions that nobody can disable, by the start of the names of their partition. */
const firstRegionByPrefix: Readonly<Record<string, string>> = {
  "cn-": "cn-north-1",
  "us-gov-": "us-gov-west-1",
  "us-iso-": "us-iso-east-1",
  "us-isob-": "us-isob-east-1",
  "eusc-": "eusc-de-east-1",
};
const defaultRegion = "us-east-1";

export interface RegionChoice {
  /** Where identity and account-wide services are asked. */
  readonly homeRegion: string;
  /** What environment or profile name, where they do. */
  readonly configured: string | undefined;
}

/** The Region to ask who we are in, before it is known which Regions there are. */
export async function chooseHomeRegion(request: ScanRequest): Promise<RegionChoice> {
  if (request.source.kind === "demo") return { homeRegion: defaultRegion, configured: undefined };
  const configured = await configuredRegion(request);
  const [first] = request.regions;
  const home = first === undefined ? (configured ?? defaultRegion) : alwaysEnabled(first);
  const sameSide =
    configured !== undefined && alwaysEnabled(configured) === alwaysEnabled(first ?? configured);
  return { homeRegion: sameSide ? configured : home, configured };
}

/** What to scan when the request names no Region and does not ask for all. */
export function fallbackRegions({ source }: ScanRequest, { configured }: RegionChoice): string[] {
  if (configured !== undefined) return [configured];
  // Emulators commonly hold everything in the Region that AWS's tools default to.
  if (source.kind === "endpoint") return [defaultRegion];
  throw new ScanFailureError({
    code: "unexpected",
    message: "No AWS Region was chosen, and neither the environment nor the profile names one.",
    advice: "Name a Region, set AWS_REGION, or ask for all enabled Regions.",
  });
}

function alwaysEnabled(region: string): string {
  const prefix = Object.keys(firstRegionByPrefix).find((start) => region.startsWith(start));
  return (prefix !== undefined && firstRegionByPrefix[prefix]) || defaultRegion;
}

/** The SDK knows how environment and files name it; it throws where they do not. */
async function configuredRegion({ profile }: ScanRequest): Promise<string | undefined> {
  const client = new STSClient(profile === undefined ? {} : { profile });
  try {
    return await client.config.region();
  } catch {
    // The AWS CLI's name of it, which the SDK does not read.
    return process.env["AWS_DEFAULT_REGION"] || undefined;
  } finally {
    client.destroy();
  }
}
