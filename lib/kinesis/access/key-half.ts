import type { ToldContext } from "@/lib/iam/access-index/access-index";
import { hasPlace } from "@/lib/iam/access-index/resource-set";
import type { SetPair } from "@/lib/iam/access-index/set-pair";
import { keyActions } from "@/lib/kinesis/access/duty-actions";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { isGrantedByKms } from "@/lib/kinesis/access/kms-grants";
import { viaKinesis } from "@/lib/kinesis/via-kinesis";
import { streamKey } from "@/lib/kinesis/access/key-of-placed-stream";
import type { Duty, KeyAccess } from "@/lib/model/duty";
import type { KmsKey } from "@/lib/model/kms-key";
import type { Gap } from "@/lib/model/observed";
import type { Stream } from "@/lib/model/stream";
import type { Party } from "@/lib/model/stream-access";

export interface KeyHalf {
  readonly access: KeyAccess;
  /** Condition keys, or in words what `conditional` hangs on. */
  readonly conditions: readonly string[];
  /** What would tell, where the key's policy or the grants that decide were not read. */
  readonly gap?: Gap;
}

export type KeyHalfOf = (party: Party, duty: Duty, streamArn: string) => KeyHalf;

export const unreadKeyPolicy = "the policy of the stream's key, which could not be read";

const half = (access: KeyAccess): KeyHalf => ({ access, conditions: [] });

/**
 * What the key of a stream says of those who write or read it: records of a stream with a customer managed key are
 * written with kms:GenerateDataKey and read with kms:Decrypt, both in the caller's name.
 *
 * @see https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
 */
export function keyHalves(duties: DutyIndex): KeyHalfOf {
  const known = new Map<string, KeyHalf>();
  return (party, duty, streamArn) => {
    const placed = duties.streams.get(streamArn);
    if (!placed || (duty !== "consume" && duty !== "produce")) return half("not-needed");
    const key = streamKey(placed);
    if (key.kind === "none") return half("not-needed");
    if (key.kind === "unknown") return { ...half("unknown"), gap: key.gap };
    if (key.kind === "aws-managed") return half(party.isForeign ? "denied" : "not-needed");
    const id = `${party.arn} ${duty} ${streamArn}`;
    const found =
      known.get(id) ?? decide(duties, party, { ...key, action: keyActions[duty], stream: placed.stream });
    known.set(id, found);
    return found;
  };
}

interface Asked {
  readonly action: string;
  readonly key: KmsKey;
  readonly isPolicyRead: boolean;
  readonly stream: Stream;
}

function decide(duties: DutyIndex, party: Party, asked: Asked): KeyHalf {
  const { index, placeOf } = duties;
  const { action, key, isPolicyRead: isRead, stream } = asked;
  const place = placeOf(key.arn);
  const access = index.access(party.arn, action);
  const isGranted = isGrantedByKms(key, party, { action, streamArn: stream.arn });
  const settled = isRead && withoutAsking(party, asked, { isGranted, bound: boundAt(access, place) });
  if (settled) return settled;
  const told = contextOf(party, stream);
  const { decision, undeterminedKeys } = index.explain(party.arn, action, key.arn, told);
  if (decision === "explicitly-denied") return half("denied");
  if (!isRead) return { access: "unknown", conditions: [unreadKeyPolicy], gap: gapOfPolicy(key) };
  if (decision === "allowed") return half("allowed");
  if (isGranted) return half("allowed");
  if (decision === "undetermined") return open(party, undeterminedKeys);
  if (!key.grants.known) return { ...half("unknown"), gap: key.grants.gap };
  return half("denied");
}

function gapOfPolicy({ arn, region, policy }: KmsKey): Gap {
  if (!policy.known) return policy.gap;
  const message = `The policy of ${arn} cannot be read.`;
  return { action: "kms:GetKeyPolicy", reason: "malformed", message, resource: arn, region };
}

type Bound = "must" | "may" | "none";

function boundAt({ must, may }: SetPair, place: number): Bound {
  if (hasPlace(must, place)) return "must";
  return hasPlace(may, place) ? "may" : "none";
}

/** Most parties are told apart by what the index knows of them; only the others need to be asked for. */
function withoutAsking(
  party: Party,
  { key }: Asked,
  { isGranted, bound }: { readonly isGranted: boolean; readonly bound: Bound },
): KeyHalf | undefined {
  if (bound === "must") return half("allowed");
  if (bound === "may") return party.unreadPolicyIds.length > 0 ? half("unknown") : undefined;
  return !isGranted && key.grants.known ? half("denied") : undefined;
}

function open(party: Party, keys: readonly string[]): KeyHalf {
  return { access: "conditional", conditions: party.isForeign ? [...keys, ownPoliciesOf(party)] : keys };
}

/** In words, what decides beside the policies of this account. */
export function ownPoliciesOf({ accountId, kind }: Party): string {
  return kind === "everyone"
    ? "the policies of each caller's own account"
    : `the policies of account ${accountId}`;
}

/**
 * What Kinesis tells KMS when it asks in a caller's name.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
function contextOf({ accountId }: Party, { arn, region }: Stream): ToldContext {
  return [
    ["kms:EncryptionContext:aws:kinesis:arn", [arn]],
    ["kms:EncryptionContextKeys", ["aws:kinesis:arn"]],
    ["kms:ViaService", [viaKinesis(region)]],
    ["kms:CallerAccount", [accountId]],
    ["aws:ViaAWSService", ["true"]],
    ["kms:GrantIsForAWSResource", []],
  ];
}
