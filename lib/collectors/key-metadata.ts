import "server-only";
import { DescribeKeyCommand } from "@aws-sdk/client-kms";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { observeField } from "@/lib/collectors/observe-field";
import { present, toIso } from "@/lib/collectors/present";
import type { KeyMetadata } from "@/lib/model/kms-key";
import { known, mapObserved, type Observed, type Read } from "@/lib/model/observed";

const metadataSchema = z.object({
  KeyId: z.string(),
  KeyManager: z.unknown().optional(),
  KeyState: z.unknown().optional(),
  Origin: z.unknown().optional(),
  KeySpec: z.unknown().optional(),
  MultiRegion: z.boolean().nullish(),
  DeletionDate: z.date().nullish(),
  ValidTo: z.date().nullish(),
  CreationDate: z.date().nullish(),
  Description: z.string().nullish(),
});
const answerSchema = z.object({ KeyMetadata: metadataSchema.nullable() });

interface KeyPlace {
  readonly region: string;
  /** ARN of the key. */
  readonly resource: string;
}

/**
 * What KMS says of a key, or null when it says that there is none. Only keys are asked for, never an alias:
 * describing a predefined alias can create the key.
 *
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
 */
export async function collectKeyMetadata(
  { aws, clients }: CallContext,
  place: KeyPlace,
): Promise<Observed<KeyMetadata | null>> {
  const { resource } = place;
  const observed = await aws.observe(calls.describeKey, place, async () => {
    const { KeyMetadata: metadata } = await aws.ask(calls.describeKey, {
      ...place,
      schema: answerSchema,
      send: (options) => clients.kms.send(new DescribeKeyCommand({ KeyId: resource }), options),
      answerOf: (error) => (error.name === "NotFoundException" ? { KeyMetadata: null } : undefined),
    });
    if (metadata === null || resource.endsWith(`:key/${metadata.KeyId}`)) return metadata;
    throw new CollectionError(
      buildGap(calls.describeKey, "malformed", "the answer is about another key", place),
    );
  });
  if (!observed.known) return observed;
  const { value, read } = observed;
  return known(value && toMetadata(value, place, read), read);
}

function toMetadata(answer: z.infer<typeof metadataSchema>, place: KeyPlace, read: Read): KeyMetadata {
  const field = <Value>(name: keyof typeof answer, schema: z.ZodType<Value>) =>
    observeField(known(answer, read), name, schema, { call: calls.describeKey, ...place });
  const text = z.string().min(1);
  return {
    manager: mapObserved(field("KeyManager", z.enum(["AWS", "CUSTOMER"])), (manager) =>
      manager === "AWS" ? "aws" : "customer",
    ),
    state: field("KeyState", text),
    origin: field("Origin", text),
    spec: field("KeySpec", text),
    ...present({
      multiRegion: answer.MultiRegion,
      deletionAt: toIso(answer.DeletionDate),
      validTo: toIso(answer.ValidTo),
      createdAt: toIso(answer.CreationDate),
      description: answer.Description,
    }),
  };
}
