import "server-only";
import { cleanText } from "@/lib/aws/clean-text";
import { CollectionError } from "@/lib/aws/collection-error";
import { bareError, readFailure, unknownCredentials } from "@/lib/aws/read-failure";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import type { GapReason } from "@/lib/model/observed";
import type { ScanFailure, ScanRequest } from "@/lib/model/scan";

const signIn = "Set AWS_PROFILE, sign in with `aws sso login`, or try the demo.";
const renew = "Sign in again, for example with `aws sso login`, or replace the keys.";

/** No credentials, or none that may be used: nothing was asked yet. */
export function credentialsFailure(error: unknown, request: ScanRequest): ScanFailureError {
  const { reason, detail } = readFailure(error, { homeRegion: true, customEndpoint: false });
  const from = request.profile === undefined ? "" : ` for the profile ${cleanText(request.profile)}`;
  const said = error instanceof Error ? error.message : "";

  if (error instanceof Error && error.name === "CredentialsProviderError" && !/expired/i.test(said)) {
    return failWith("no-credentials", `No AWS credentials were found${from}.`, signIn, error);
  }
  if (reason === "expired-credentials" && !(error instanceof Error && unknownCredentials.has(error.name))) {
    return failWith("expired-credentials", `The AWS credentials${from} have expired.`, renew, error);
  }
  if (request.roleArn !== undefined && (reason === "access-denied" || reason === "unexpected")) {
    const advice =
      "Check the role's trust policy, the external id, and that the caller may call sts:AssumeRole on it.";
    const role = cleanText(request.roleArn);
    return failWith("access-denied", `The role ${role} could not be assumed (${detail}).`, advice, error);
  }
  return failureFor(reason, { detail, subject: "sts:AssumeRole", request, error });
}

/** AWS did not say who we are. */
export function identityFailure(error: unknown, request: ScanRequest): ScanFailureError {
  const cause = error instanceof CollectionError ? error.cause : error;
  const reason = error instanceof CollectionError ? error.gap.reason : "unexpected";
  const detail = cleanText(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
  const known = error instanceof CollectionError ? error.gap.message.replace(/\.$/, "") : detail;

  if (cause instanceof Error && unknownCredentials.has(cause.name)) {
    const advice =
      "Check that the keys are right and active; a Region that the account has not enabled gives the same answer.";
    return failWith("access-denied", "AWS does not accept these credentials.", advice, error);
  }
  return failureFor(reason, { detail: known, subject: "sts:GetCallerIdentity", request, error });
}

interface Failed {
  readonly detail: string;
  readonly subject: string;
  readonly request: ScanRequest;
  readonly error: unknown;
}

function failureFor(reason: GapReason, { detail, subject, request, error }: Failed): ScanFailureError {
  const target = originOf(request.source.endpoint) ?? "AWS";
  switch (reason) {
    case "expired-credentials":
      return failWith("expired-credentials", "The AWS credentials have expired.", renew, error);
    case "timed-out":
    case "unreachable": {
      const advice = "Check the network, the proxy and the endpoint's address.";
      return failWith("unreachable", `${target} cannot be reached (${detail}).`, advice, error);
    }
    case "empty":
    case "malformed":
    case "not-implemented": {
      const advice = "Check the endpoint: something else than AWS or an emulator of it may be there.";
      return failWith("not-aws", `${target} does not answer like AWS (${detail}).`, advice, error);
    }
    case "access-denied":
    case "region-disabled": {
      const advice = "Check that the credentials may be used for this account and Region.";
      return failWith("access-denied", `AWS refused ${subject} (${detail}).`, advice, error);
    }
    case "throttled":
    case "not-collected":
    case "unexpected":
  }
  return failWith("unexpected", `${subject} failed (${detail}).`, "Try again.", error);
}

/** The address may hold a user name and a password. */
function originOf(endpoint: string | undefined): string | undefined {
  return endpoint !== undefined && URL.canParse(endpoint) ? new URL(endpoint).origin : undefined;
}

function failWith(
  code: ScanFailure["code"],
  message: string,
  advice: string,
  cause: unknown,
): ScanFailureError {
  return new ScanFailureError({ code, message, advice }, bareError(cause));
}
