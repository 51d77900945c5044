import "server-only";
import { z } from "zod";
import { cleanText } from "@/lib/aws/clean-text";
import type { GapReason } from "@/lib/model/observed";

/** What went wrong with a call, before anybody knows what it was about. */
export interface Failure {
  readonly reason: GapReason;
  /** What came back, in its own words where they are safe to show. */
  readonly detail: string;
  /** The same call may do better a moment later. */
  readonly transient: boolean;
}

export interface FailurePlace {
  /** The Region in which the credentials have proven to work. */
  readonly homeRegion: boolean;
  readonly customEndpoint: boolean;
}

const sdkErrorSchema = z.object({
  name: z.string(),
  message: z.string(),
  code: z.string().optional().catch(undefined),
  $fault: z.string().optional(),
  $response: z.unknown().optional(),
  $metadata: z.object({ httpStatusCode: z.number().optional() }).optional(),
});

type SdkError = z.infer<typeof sdkErrorSchema>;

/** The names that services give one thing. */
const reasonByName: Readonly<Record<string, GapReason>> = {
  AccessDenied: "access-denied",
  AccessDeniedException: "access-denied",
  AuthorizationError: "access-denied",
  KMSAccessDeniedException: "access-denied",
  NotAuthorized: "access-denied",
  UnauthorizedOperation: "access-denied",

  BandwidthLimitExceeded: "throttled",
  EC2ThrottledException: "throttled",
  LimitExceededException: "throttled",
  PriorRequestNotComplete: "throttled",
  ProvisionedThroughputExceededException: "throttled",
  RequestLimitExceeded: "throttled",
  RequestThrottled: "throttled",
  RequestThrottledException: "throttled",
  SlowDown: "throttled",
  ThrottledException: "throttled",
  Throttling: "throttled",
  ThrottlingException: "throttled",
  TooManyRequestsException: "throttled",

  CredentialsProviderError: "expired-credentials",
  ExpiredToken: "expired-credentials",
  ExpiredTokenException: "expired-credentials",
  RequestExpired: "expired-credentials",
  TokenProviderError: "expired-credentials",
  TokenRefreshRequired: "expired-credentials",

  InvalidAction: "not-implemented",
  NotImplemented: "not-implemented",
  UnknownOperation: "not-implemented",
  UnknownOperationException: "not-implemented",

  OptInRequired: "region-disabled",
};

/**
 * What AWS answers to credentials that it does not know. In a Region that the account has not enabled,
 * it knows none of the account's.
 *
 * @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
export const unknownCredentials: ReadonlySet<string> = new Set([
  "AuthFailure",
  "InvalidClientTokenId",
  "UnrecognizedClientException",
  "InvalidAccessKeyId",
]);

/** These spell out the request that was signed, the session token included. */
const quotesTheRequest = new Set([
  "SignatureDoesNotMatch",
  "InvalidSignatureException",
  "IncompleteSignature",
  "IncompleteSignatureException",
]);

const connectionLost = new Set(["ECONNRESET", "EPIPE"]);

export function readFailure(error: unknown, place: FailurePlace): Failure {
  const parsed = sdkErrorSchema.safeParse(error);
  if (!parsed.success) return { reason: "unexpected", detail: cleanText(String(error)), transient: false };

  const status = parsed.data.$metadata?.httpStatusCode;
  if (parsed.data.$fault !== undefined) return readServiceError(parsed.data, status, place);
  if (parsed.data.$response !== undefined) return readForeignBody(status, place);
  return readNetworkError(parsed.data);
}

/**
 * The error without what hangs on it: the SDK attaches the whole exchange, with the signed request and its
 * session token, and whoever logs an error prints its cause.
 */
export function bareError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(cleanText(String(error)));
  const bare = new Error(quotesTheRequest.has(error.name) ? "" : cleanText(error.message));
  bare.name = error.name;
  return bare;
}

function readServiceError(
  { name, message }: SdkError,
  status: number | undefined,
  place: FailurePlace,
): Failure {
  const detail = quotesTheRequest.has(name) ? name : cleanText(`${name}: ${message}`);
  if (unknownCredentials.has(name)) {
    return { reason: place.homeRegion ? "expired-credentials" : "region-disabled", detail, transient: false };
  }
  // kinesis-mock, behind LocalStack and kinesis-local, says so of every operation that it lacks.
  if (status === 501 || /unable to determine service\/operation name to be authorized/i.test(message)) {
    return { reason: "not-implemented", detail, transient: false };
  }
  const reason = reasonByName[name];
  if (reason) return { reason, detail, transient: reason === "throttled" };
  // The SDK's own words for a status without a body.
  if (name === "Unknown" || name === "UnknownError" || message === "Unknown")
    return readForeignBody(status, place);
  return { reason: "unexpected", detail, transient: status !== undefined && status >= 500 };
}

/** A body that is no answer of AWS's: of a proxy, of an emulator, or of something else altogether. */
function readForeignBody(status: number | undefined, { customEndpoint }: FailurePlace): Failure {
  const detail = `HTTP ${status ?? "answer"} whose body is not an AWS answer`;
  if (status === 501 || (customEndpoint && (status === 500 || status === 404))) {
    // moto answers 500 and a page of HTML to what it lacks, kinesis-local an empty 404 to other services' protocols.
    return { reason: "not-implemented", detail, transient: false };
  }
  if (status !== undefined && status >= 500) return { reason: "unreachable", detail, transient: true };
  return { reason: "malformed", detail, transient: false };
}

function readNetworkError({ name, message, code }: SdkError): Failure {
  const reason = reasonByName[name];
  if (reason) return { reason, detail: cleanText(`${name}: ${message}`), transient: false };
  // The SDK calls a connection that was reset a TimeoutError as well.
  if (name === "TimeoutError" && !(code !== undefined && connectionLost.has(code))) {
    return { reason: "timed-out", detail: "", transient: true };
  }
  if (code !== undefined) return { reason: "unreachable", detail: cleanText(message), transient: true };
  return { reason: "unexpected", detail: cleanText(`${name}: ${message}`), transient: false };
}
