import "server-only";
import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  ListGrantsCommand,
} from "@aws-sdk/client-kms";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import type { Attempts } from "@/lib/collectors/preflight/attempts";

const aliasSchema = z.object({ AliasName: z.string(), TargetKeyId: z.string().nullish() });

/** On a key that an alias names: describing an alias itself could create the key behind it. */
export async function tryKms({ clients: { kms }, region }: CallContext, attempts: Attempts): Promise<void> {
  const listed = await attempts.try(calls.listAliases, {
    schema: z.object({ Aliases: z.array(aliasSchema) }),
    send: (options) => kms.send(new ListAliasesCommand({ Limit: 100 }), options),
  });
  const withKey = listed?.Aliases.filter(({ TargetKeyId }) => TargetKeyId) ?? [];
  const own = withKey.find(({ AliasName }) => !AliasName.startsWith("alias/aws/"));
  const KeyId = (own ?? withKey[0])?.TargetKeyId;
  if (!KeyId) {
    attempts.skip(
      [calls.describeKey, calls.getKeyPolicy, calls.getKeyRotationStatus, calls.listGrants],
      `No key is known in ${region} to try it on.`,
    );
    return;
  }
  await Promise.all([
    attempts.try(calls.describeKey, {
      resource: KeyId,
      schema: z.object({ KeyMetadata: z.object({ KeyId: z.string() }) }),
      send: (options) => kms.send(new DescribeKeyCommand({ KeyId }), options),
    }),
    attempts.try(calls.getKeyPolicy, {
      resource: KeyId,
      schema: z.object({ Policy: z.string() }),
      send: (options) => kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: "default" }), options),
    }),
    attempts.try(calls.listGrants, {
      resource: KeyId,
      schema: z.object({ Grants: z.array(z.unknown()) }),
      send: (options) => kms.send(new ListGrantsCommand({ KeyId, Limit: 1 }), options),
    }),
    attempts.try(calls.getKeyRotationStatus, {
      resource: KeyId,
      schema: z.object({ KeyRotationEnabled: z.boolean() }),
      send: (options) => kms.send(new GetKeyRotationStatusCommand({ KeyId }), options),
      // AWS looks at the kind of key only after it has allowed the call.
      answerOf: ({ name }) =>
        name === "UnsupportedOperationException" ? { KeyRotationEnabled: false } : undefined,
    }),
  ]);
}
