import "server-only";
import { CollectionError } from "@/lib/aws/collection-error";
import type { Session } from "@/lib/aws/open-session";
import { identityFailure } from "@/lib/aws/to-scan-failure";
import {
  type CallerIdentity,
  readCallerIdentity,
  readKinesisIdentity,
} from "@/lib/collectors/caller-identity";
import type { ScanRequest } from "@/lib/model/scan";

/**
 * Who we are, and in which account.
 *
 * @throws {ScanFailureError} when nobody says so.
 */
export async function identify(session: Session, request: ScanRequest): Promise<CallerIdentity> {
  const { aws, clientsFor, regions } = session;
  try {
    return await readCallerIdentity(aws, clientsFor(regions.homeRegion), regions.homeRegion);
  } catch (error) {
    const identity = await identifyWithoutSts(session, request, error);
    if (identity) return identity;
    throw identityFailure(error, request);
  }
}

/** An emulator of Kinesis alone: all that other services would say is a gap, and the streams are there. */
async function identifyWithoutSts(
  { aws, regions, source, clientsFor }: Session,
  request: ScanRequest,
  error: unknown,
): Promise<CallerIdentity | undefined> {
  if (!(error instanceof CollectionError) || error.gap.reason !== "not-implemented") return undefined;
  if (source().kind !== "endpoint") return undefined;
  try {
    // Where it has streams, rather than where AWS has its account-wide services.
    const region = request.regions[0] ?? regions.homeRegion;
    const identity = await readKinesisIdentity(aws, clientsFor(region), region);
    aws.tellGap(error.gap);
    return identity;
  } catch {
    return undefined;
  }
}
