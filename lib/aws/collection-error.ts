import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { cleanText } from "@/lib/aws/clean-text";
import type { Gap, GapReason } from "@/lib/model/observed";

const words: Readonly<Record<GapReason, string>> = {
  "access-denied": "AWS denied the call",
  throttled: "AWS throttled the call, again after waiting",
  "timed-out": "no answer came in time",
  unreachable: "the service could not be reached",
  "expired-credentials": "the credentials are no longer accepted",
  "not-implemented": "the endpoint does not offer this operation",
  "region-disabled": "the account has not enabled this Region",
  empty: "the answer lacks what was asked for",
  malformed: "the answer is not what AWS documents",
  "not-collected": "this was not asked",
  unexpected: "an unexpected answer came back",
};

/** What a call was about, where it was about one thing. */
export interface CallPlace {
  readonly region?: string;
  readonly resource?: string;
}

/** A gap whose message names the action, the resource and what came back. */
export function buildGap(
  { action }: Pick<AwsCall, "action">,
  reason: GapReason,
  detail: string,
  place: CallPlace,
): Gap {
  const about = place.resource === undefined ? "" : ` on ${cleanText(place.resource)}`;
  const where = place.region === undefined ? "" : ` in ${place.region}`;
  const said = cleanText(detail).replace(/\.$/, "");
  const message = `${action}${about}${where}: ${words[reason]}${said === "" ? "" : ` (${said})`}.`;
  return { action, reason, message, ...place };
}

/** A call that gave no fact. `observe` turns it into its gap, so that it costs that fact and not the scan. */
export class CollectionError extends Error {
  override readonly name = "CollectionError";
  readonly gap: Gap;

  /** The cause is a bare error: what the SDK throws holds the signed request. */
  constructor(gap: Gap, cause?: Error) {
    super(gap.message, { cause });
    this.gap = gap;
  }
}
