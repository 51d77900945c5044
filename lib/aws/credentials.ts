import "server-only";
import {
  createCredentialChain,
  fromEnv,
  fromIni,
  fromNodeProviderChain,
  fromTemporaryCredentials,
} from "@aws-sdk/credential-providers";
import { endpointOf } from "@/lib/aws/endpoint-of";
import type { HttpHandler } from "@/lib/aws/http-handler";
import { type AwsCredentials, shareCredentials } from "@/lib/aws/share-credentials";
import type { ScanRequest } from "@/lib/model/scan";
import type { SnapshotSource } from "@/lib/model/snapshot";

/** The instance metadata service answers within milliseconds where there is one; elsewhere nothing does. */
const metadataTimeoutMs = 500;

export interface Place {
  readonly source: SnapshotSource;
  readonly homeRegion: string;
  readonly requestHandler: HttpHandler;
}

/**
 * The credentials of a scan: held in memory while it runs, never written anywhere.
 *
 * The demo account gets made-up ones, and the user's own chain is not even looked at.
 */
export function loadCredentials(request: ScanRequest, place: Place): AwsCredentials {
  if (request.source.kind === "demo") return fixed("demo");
  const { roleArn, externalId } = request;
  return shareCredentials(
    roleArn === undefined ? ownChain(request) : assume({ roleArn, externalId }, ownChain(request), place),
  );
}

/**
 * The credentials of the second role, which reads the organization. Undefined where none is named: the scan's own
 * identity may be allowed to, as in the management account.
 */
export function loadReaderCredentials(request: ScanRequest, place: Place): AwsCredentials | undefined {
  const { source, organizationRoleArn: roleArn, organizationExternalId: externalId } = request;
  if (source.kind === "demo" || roleArn === undefined) return undefined;
  // Both roles are assumed by the caller's own identity, neither by the other.
  return shareCredentials(assume({ roleArn, externalId }, ownChain(request), place));
}

/** The credentials of a role that `caller` assumes, anew before they end. */
export function loadRoleCredentials(role: Role, caller: AwsCredentials, place: Place): AwsCredentials {
  return shareCredentials(assume(role, caller, place));
}

function ownChain(request: ScanRequest): AwsCredentials {
  return request.source.kind === "aws" ? awsChain(request) : endpointChain(request);
}

function awsChain({ profile }: ScanRequest): AwsCredentials {
  return fromNodeProviderChain({
    ...(profile !== undefined && { profile }),
    timeout: metadataTimeoutMs,
    maxRetries: 0,
  });
}

/**
 * Emulators take any credentials, and by convention `test` and `test`. A profile that was named is meant.
 *
 * @see https://docs.localstack.cloud/aws/capabilities/config/credentials/
 */
function endpointChain(request: ScanRequest): AwsCredentials {
  if (request.profile !== undefined || process.env["AWS_PROFILE"]) return awsChain(request);
  return createCredentialChain(fromEnv(), fromIni(), fixed("test"));
}

function fixed(text: string): AwsCredentials {
  return () => Promise.resolve({ accessKeyId: text, secretAccessKey: text });
}

export interface Role {
  readonly roleArn: string;
  readonly externalId: string | undefined;
}

function assume(
  { roleArn, externalId }: Role,
  caller: AwsCredentials,
  { source, homeRegion, requestHandler }: Place,
): AwsCredentials {
  return fromTemporaryCredentials({
    masterCredentials: caller,
    params: {
      RoleArn: roleArn,
      RoleSessionName: "weir",
      ...(externalId !== undefined && { ExternalId: externalId }),
    },
    clientConfig: {
      region: homeRegion,
      requestHandler,
      maxAttempts: 2,
      ...endpointOf("STS", source),
    },
  });
}
