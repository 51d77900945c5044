import type { KmsGrant, KmsKey } from "@/lib/model/kms-key";
import type { Party } from "@/lib/model/stream-access";

interface Use {
  /** `kms:Decrypt`. */
  readonly action: string;
  readonly streamArn: string;
}

/**
 * Whether a grant lets a party use a key for a stream. Grants are a third way in, beside the key's policy and those of
 * identities.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
 */
export function isGrantedByKms({ grants }: KmsKey, party: Party, use: Use): boolean {
  return grants.known && grants.value.some((grant) => isTo(grant, party) && allows(grant, use));
}

function isTo({ granteePrincipal }: KmsGrant, { arn, accountId, kind }: Party): boolean {
  if (granteePrincipal === arn) return true;
  return kind === "account" && granteePrincipal === accountId;
}

function allows(
  { operations, encryptionContextEquals, encryptionContextSubset, sourceArn }: KmsGrant,
  use: Use,
): boolean {
  if (!operations.includes(use.action.slice("kms:".length))) return false;
  if (sourceArn !== undefined && sourceArn !== use.streamArn) return false;
  const context: Readonly<Record<string, string>> = { "aws:kinesis:arn": use.streamArn };
  if (encryptionContextEquals && !isSame(encryptionContextEquals, context)) return false;
  return Object.entries(encryptionContextSubset ?? {}).every(([name, value]) => context[name] === value);
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
