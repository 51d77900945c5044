import {
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyRotationCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  ListKeysCommand,
  ListResourceTagsCommand,
  ScheduleKeyDeletionCommand,
} from "@aws-sdk/client-kms";
import type { KeyFacts, RegionFacts } from "../account-facts";
import { markKey, type SeedContext } from "./seed-context";

/** Customer managed keys with policy and rotation, their aliases, and then the state that each is in. */
export async function seedKeys(context: SeedContext, { keys, aliases }: RegionFacts): Promise<void> {
  const marked = (await context.log.quietly(() => listMarkedKeys(context))) ?? new Map<string, string>();
  const own = keys.filter(({ metadata }) => metadata.KeyManager === "CUSTOMER");
  for (const key of own) await seedKey(context, key, marked);
  for (const alias of aliases) await seedAlias(context, alias);
  for (const key of own) {
    await seedRotation(context, key);
    await seedState(context, key);
  }
}

/** Our mark and the key's id, for all keys that carry one. */
async function listMarkedKeys({ clients }: SeedContext): Promise<Map<string, string>> {
  const { Keys = [] } = await clients.kms.send(new ListKeysCommand({ Limit: 1000 }));
  const marks = await Promise.all(
    Keys.map(async ({ KeyId = "" }): Promise<[string, string]> => {
      const { Tags = [] } = await clients.kms.send(new ListResourceTagsCommand({ KeyId }));
      return [Tags.find(({ TagKey }) => TagKey === markKey)?.TagValue ?? "", KeyId];
    }),
  );
  return new Map(marks.filter(([mark]) => mark !== ""));
}

async function seedKey(
  { clients, log, translation }: SeedContext,
  { metadata, policy }: KeyFacts,
  marked: ReadonlyMap<string, string>,
): Promise<void> {
  const { KeyId: demoId = "", Description, KeySpec, KeyUsage, Origin, MultiRegion } = metadata;
  const keyId = await log.make("keys", demoId, {
    find: () => marked.get(demoId),
    make: async () => {
      const { KeyMetadata } = await clients.kms.send(
        new CreateKeyCommand({
          Description,
          KeySpec,
          KeyUsage,
          Origin,
          MultiRegion,
          Policy: translation.of(policy),
          Tags: [{ TagKey: markKey, TagValue: demoId }],
        }),
      );
      return KeyMetadata?.KeyId;
    },
  });
  translation.add(demoId, keyId);
}

async function seedAlias(
  { clients, log, translation }: SeedContext,
  { AliasName = "", TargetKeyId = "" }: RegionFacts["aliases"][number],
): Promise<void> {
  // `alias/aws/…` are AWS's own, and an alias of a key that could not be made has nothing to stand for.
  if (AliasName.startsWith("alias/aws/") || !translation.has(TargetKeyId)) return;
  await log.make("key aliases", AliasName, {
    find: async (): Promise<unknown> => {
      const { Aliases = [] } = await clients.kms.send(new ListAliasesCommand({ Limit: 100 }));
      return Aliases.find((alias) => alias.AliasName === AliasName);
    },
    make: () =>
      clients.kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: translation.of(TargetKeyId) })),
  });
}

async function seedRotation(
  { clients, log, translation }: SeedContext,
  { metadata, rotation }: KeyFacts,
): Promise<void> {
  const { KeyId: demoId = "" } = metadata;
  if (rotation === "unsupported" || !rotation.enabled || !translation.has(demoId)) return;
  const KeyId = translation.of(demoId);
  await log.make("key rotations", demoId, {
    find: async () => {
      const { KeyRotationEnabled } = await clients.kms.send(new GetKeyRotationStatusCommand({ KeyId }));
      return KeyRotationEnabled || undefined;
    },
    make: async () => {
      await clients.kms.send(
        new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: rotation.periodInDays }),
      );
      return true;
    },
  });
}

async function seedState(
  { clients, log, translation }: SeedContext,
  { metadata: { KeyId: demoId = "", KeyState } }: KeyFacts,
): Promise<void> {
  if (!translation.has(demoId) || (KeyState !== "Disabled" && KeyState !== "PendingDeletion")) return;
  const KeyId = translation.of(demoId);
  await log.make("key states", demoId, {
    find: async () => {
      const { KeyMetadata } = await clients.kms.send(new DescribeKeyCommand({ KeyId }));
      return KeyMetadata?.KeyState === KeyState || undefined;
    },
    make: async () => {
      if (KeyState === "Disabled") await clients.kms.send(new DisableKeyCommand({ KeyId }));
      else await clients.kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 30 }));
      return true;
    },
  });
}
