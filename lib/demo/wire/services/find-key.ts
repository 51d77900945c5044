import type { KeyFacts, RegionFacts } from "../../account-facts";
import { commonError } from "../common-errors";
import { kmsDialect } from "../dialects";
import { WireError } from "../wire-error";
import { regionOf, type WireContext } from "../wire-service";

export function kmsFacts(context: WireContext): RegionFacts {
  return regionOf(kmsDialect, context);
}

/**
 * A key by id or ARN, and for some operations by alias.
 *
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html#API_DescribeKey_RequestSyntax
 */
export function findKey(context: WireContext, keyId: string | undefined, { byAlias = false } = {}): KeyFacts {
  if (!keyId) throw new WireError("ValidationException", "KeyId is missing.");
  const facts = kmsFacts(context);
  const alias = /^(?:arn:[^:]+:kms:[^:]*:\d*:)?(alias\/.+)$/.exec(keyId)?.[1];
  if (alias === undefined) return keyOrError(context, facts, keyId);
  if (!byAlias) throw new WireError("InvalidArnException", `Invalid keyId '${keyId}'`);

  const arn = keyId.startsWith("arn:") ? keyId : undefined;
  const target = facts.aliases.find(({ AliasName, AliasArn }) =>
    arn ? AliasArn === arn : AliasName === alias,
  );
  if (!target?.TargetKeyId) throw new WireError("NotFoundException", `Alias ${keyId} is not found.`);
  return keyOrError(context, facts, target.TargetKeyId);
}

function keyOrError(context: WireContext, { keys }: RegionFacts, keyId: string): KeyFacts {
  const key = keys.find(({ metadata }) => metadata.Arn === keyId || metadata.KeyId === keyId);
  if (key) return key;
  const owner = keyId.startsWith("arn:") ? keyId.split(":")[4] : undefined;
  // KMS does not tell a caller whether another account's key exists.
  if (owner && owner !== context.account.accountId) throw foreignKey(context, keyId);
  throw new WireError("NotFoundException", `Key '${keyId}' does not exist`);
}

export function foreignKey({ caller }: WireContext, keyId: string): WireError {
  const reason =
    "because the resource does not exist in this Region, or no resource-based policies allow access";
  return commonError(
    "access-denied",
    kmsDialect,
    `User: ${caller.arn} is not authorized on resource: ${keyId} ${reason}`,
  );
}
