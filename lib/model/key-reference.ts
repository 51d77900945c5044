import { parseArn } from "@/lib/model/arn";
import type { KeyAlias } from "@/lib/model/kms-key";
import type { Gap, Observed } from "@/lib/model/observed";

/** What a stream's `KeyId` stands for. */
export type ResolvedKey =
  | { readonly kind: "key"; readonly arn: string }
  /** `alias/aws/…`: reserved to AWS, so the key behind it is AWS managed whatever its id. */
  | { readonly kind: "aws-managed-alias"; readonly aliasName: string; readonly arn?: string }
  | { readonly kind: "unresolved"; readonly gap: Gap };

/** Where the reference stands: names without an account mean this one. */
export interface KeyReferenceHome {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  readonly aliases: Observed<readonly KeyAlias[]>;
}

/**
 * The key that a stream names by key id, key ARN, alias name or alias ARN.
 *
 * Aliases are resolved from the list that was read and never by describing them: describing a
 * predefined alias can create the key.
 *
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
 */
export function resolveKeyReference(reference: string, home: KeyReferenceHome): ResolvedKey {
  const arn = parseArn(reference);
  const name = arn?.resource ?? reference;
  if (name.startsWith("alias/")) return resolveAlias(name, arn?.accountId ?? home.accountId, home);
  return { kind: "key", arn: arn ? reference : keyArn(home, reference) };
}

function resolveAlias(name: string, ownerAccountId: string, home: KeyReferenceHome): ResolvedKey {
  const target = ownerAccountId === home.accountId ? targetKeyId(name, home) : undefined;
  const arn = target && keyArn(home, target);

  if (name.startsWith("alias/aws/"))
    return { kind: "aws-managed-alias", aliasName: name, ...(arn && { arn }) };
  if (arn) return { kind: "key", arn };
  return { kind: "unresolved", gap: unresolvedGap(name, ownerAccountId, home) };
}

function targetKeyId(name: string, { aliases }: KeyReferenceHome): string | undefined {
  return aliases.known ? aliases.value.find((alias) => alias.name === name)?.targetKeyId : undefined;
}

function unresolvedGap(name: string, ownerAccountId: string, home: KeyReferenceHome): Gap {
  if (ownerAccountId !== home.accountId) {
    const message = `${name} belongs to account ${ownerAccountId}, whose aliases cannot be listed from here.`;
    return {
      action: "kms:ListAliases",
      reason: "not-collected",
      message,
      resource: name,
      region: home.region,
    };
  }
  if (!home.aliases.known) return home.aliases.gap;
  const message = `KMS lists no alias ${name} with a key behind it.`;
  return { action: "kms:ListAliases", reason: "empty", message, resource: name, region: home.region };
}

function keyArn({ partition, region, accountId }: KeyReferenceHome, keyId: string): string {
  return `arn:${partition}:kms:${region}:${accountId}:key/${keyId}`;
}
