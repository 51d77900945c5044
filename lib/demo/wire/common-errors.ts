import type { Dialect, Family } from "./dialects";
import { WireError } from "./wire-error";

export type CommonErrorKind =
  | "access-denied"
  | "throttle"
  | "expired-token"
  | "unrecognized-client"
  | "missing-token"
  | "malformed"
  | "service-unavailable"
  | "not-implemented"
  | "internal";

type Spelling = readonly [code: string, status: number];

/**
 * One failure, three spellings.
 *
 * @see https://docs.aws.amazon.com/kinesis/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
const spellings: Readonly<Record<Exclude<CommonErrorKind, "throttle">, Readonly<Record<Family, Spelling>>>> =
  {
    "access-denied": {
      json: ["AccessDeniedException", 400],
      query: ["AccessDenied", 403],
      ec2: ["UnauthorizedOperation", 403],
    },
    "expired-token": {
      json: ["ExpiredTokenException", 400],
      query: ["ExpiredToken", 403],
      ec2: ["RequestExpired", 400],
    },
    "unrecognized-client": {
      json: ["UnrecognizedClientException", 400],
      query: ["InvalidClientTokenId", 403],
      ec2: ["AuthFailure", 401],
    },
    "missing-token": {
      json: ["MissingAuthenticationTokenException", 400],
      query: ["MissingAuthenticationToken", 403],
      ec2: ["MissingAuthenticationToken", 403],
    },
    malformed: {
      json: ["SerializationException", 400],
      query: ["MalformedInput", 400],
      ec2: ["InvalidParameterValue", 400],
    },
    "service-unavailable": {
      json: ["ServiceUnavailable", 503],
      query: ["ServiceUnavailable", 503],
      ec2: ["ServiceUnavailable", 503],
    },
    "not-implemented": {
      json: ["InternalFailure", 501],
      query: ["InternalFailure", 501],
      ec2: ["InternalFailure", 501],
    },
    internal: {
      json: ["InternalFailure", 500],
      query: ["InternalFailure", 500],
      ec2: ["InternalError", 500],
    },
  };

const messages: Readonly<Record<CommonErrorKind, string>> = {
  "access-denied": "You are not authorized to perform this operation.",
  throttle: "Rate exceeded",
  "expired-token": "The security token included in the request is expired",
  "unrecognized-client": "The security token included in the request is invalid.",
  "missing-token": "Missing Authentication Token",
  malformed: "The request could not be read.",
  "service-unavailable": "Service is unavailable, try again later.",
  "not-implemented": "The requested operation is not supported by this endpoint.",
  internal: "The request processing has failed because of an unknown error.",
};

/** A failure that any service can have, in the words of this one. */
export function commonError(kind: CommonErrorKind, dialect: Dialect, message = messages[kind]): WireError {
  const { family, throttleCode } = dialect;
  if (kind === "throttle") return new WireError(throttleCode, message, family === "ec2" ? 503 : 400);
  const [code, status] = spellings[kind][family];
  return new WireError(code, message, status);
}
