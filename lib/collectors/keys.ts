import "server-only";
import { GetKeyPolicyCommand, GetKeyRotationStatusCommand } from "@aws-sdk/client-kms";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { buildGap } from "@/lib/aws/collection-error";
import { collectGrants } from "@/lib/collectors/key-grants";
import { collectKeyMetadata } from "@/lib/collectors/key-metadata";
import { present } from "@/lib/collectors/present";
import { sortedBy } from "@/lib/collectors/read-pages";
import { type Arn, parseArn } from "@/lib/model/arn";
import { resolveKeyReference } from "@/lib/model/key-reference";
import type { KeyAlias, KmsKey } from "@/lib/model/kms-key";
import { type Gap, type GapReason, known, missing, type Missing, type Observed } from "@/lib/model/observed";
import type { Stream } from "@/lib/model/stream";

const policySchema = z.object({ Policy: z.string().min(1) });
const rotationSchema = z.object({
  KeyRotationEnabled: z.boolean(),
  RotationPeriodInDays: z.number().int().nullish(),
});

/** The distinct keys that the streams of a Region name, directly or by an alias of this account. */
export async function collectKeys(
  context: CallContext,
  streams: Observed<readonly Stream[]>,
  aliases: Observed<readonly KeyAlias[]>,
): Promise<Observed<KmsKey[]>> {
  if (!streams.known) return streams;
  const { arns, gaps } = keysNamedBy(context, streams.value, aliases);
  const [gap] = gaps;
  // "No keys" would be a claim about streams whose key nobody could read.
  if (arns.length === 0 && gap) return missing(gap);
  const keys = await Promise.all(arns.map(({ text, arn }) => readKey(context, { text, arn, aliases })));
  return known(
    sortedBy(keys, ({ arn }) => arn),
    streams.read,
  );
}

function keysNamedBy(
  { accountId, partition, region }: CallContext,
  streams: readonly Stream[],
  aliases: Observed<readonly KeyAlias[]>,
): { arns: { text: string; arn: Arn }[]; gaps: Gap[] } {
  const home = { accountId, partition, region, aliases };
  const texts = new Set<string>();
  const gaps: Gap[] = [];
  for (const { encryption } of streams) {
    if (!encryption.known) gaps.push(encryption.gap);
    else if (encryption.value.type === "kms") {
      const key = resolveKeyReference(encryption.value.keyReference, home);
      if (key.kind === "unresolved") gaps.push(key.gap);
      else if (key.arn !== undefined) texts.add(key.arn);
    }
  }
  const arns = [...texts].flatMap((text) => {
    const arn = parseArn(text);
    return arn?.service === "kms" && arn.resource.startsWith("key/") ? [{ text, arn }] : [];
  });
  return { arns, gaps };
}

interface NamedKey {
  readonly text: string;
  readonly arn: Arn;
  readonly aliases: Observed<readonly KeyAlias[]>;
}

async function readKey(context: CallContext, { text, arn, aliases }: NamedKey): Promise<KmsKey> {
  const keyId = arn.resource.slice("key/".length);
  const own = arn.accountId === context.accountId;
  const head = {
    arn: text,
    keyId,
    accountId: arn.accountId,
    region: arn.region,
    aliasNames:
      own && aliases.known
        ? aliases.value.filter(({ targetKeyId }) => targetKeyId === keyId).map(({ name }) => name)
        : [],
  };
  const unread = (call: AwsCall, reason: GapReason, detail: string) =>
    tellMissing(context, call, { reason, detail, resource: text });
  if (arn.region !== context.region) {
    const detail = `a key of ${arn.region} cannot encrypt a stream of this Region`;
    return {
      ...head,
      metadata: unread(calls.describeKey, "not-collected", detail),
      policy: unread(calls.getKeyPolicy, "not-collected", detail),
      rotation: unread(calls.getKeyRotationStatus, "not-collected", detail),
      grants: unread(calls.listGrants, "not-collected", detail),
    };
  }

  const metadata = await collectKeyMetadata(context, { region: context.region, resource: text });
  if (metadata.known && metadata.value === null) {
    return {
      ...head,
      metadata,
      policy: unread(calls.getKeyPolicy, "empty", "KMS knows no such key"),
      rotation: unread(calls.getKeyRotationStatus, "empty", "KMS knows no such key"),
      grants: unread(calls.listGrants, "empty", "KMS knows no such key"),
    };
  }
  const foreign = `KMS gives a key's policy to its own account only, which is ${arn.accountId}`;
  const [policy, rotation, grants] = await Promise.all([
    own ? collectPolicy(context, text) : unread(calls.getKeyPolicy, "not-collected", foreign),
    collectRotation(context, text),
    collectGrants(context, text),
  ]);
  return { ...head, metadata, policy, rotation, grants };
}

function tellMissing(
  { aws, region }: CallContext,
  call: AwsCall,
  { reason, detail, resource }: { reason: GapReason; detail: string; resource: string },
): Missing {
  return missing(aws.tellGap(buildGap(call, reason, detail, { region, resource })));
}

/** Key policies have but one name; moto asks for it, AWS does not. */
function collectPolicy({ aws, clients, region }: CallContext, keyArn: string): Promise<Observed<string>> {
  const place = { region, resource: keyArn };
  return aws.observe(calls.getKeyPolicy, place, async () => {
    const { Policy } = await aws.ask(calls.getKeyPolicy, {
      ...place,
      schema: policySchema,
      send: (options) =>
        clients.kms.send(new GetKeyPolicyCommand({ KeyId: keyArn, PolicyName: "default" }), options),
    });
    return Policy;
  });
}

/** Null where rotation does not exist: asymmetric and HMAC keys, imported material, custom key stores. */
function collectRotation({ aws, clients, region }: CallContext, keyArn: string): Promise<KmsKey["rotation"]> {
  const place = { region, resource: keyArn };
  return aws.observe(calls.getKeyRotationStatus, place, async () => {
    const status = await aws.ask(calls.getKeyRotationStatus, {
      ...place,
      schema: rotationSchema.nullable(),
      send: (options) => clients.kms.send(new GetKeyRotationStatusCommand({ KeyId: keyArn }), options),
      answerOf: (error) => (error.name === "UnsupportedOperationException" ? null : undefined),
    });
    if (status === null) return null;
    const { KeyRotationEnabled, RotationPeriodInDays } = status;
    return { enabled: KeyRotationEnabled, ...present({ periodDays: RotationPeriodInDays }) };
  });
}
