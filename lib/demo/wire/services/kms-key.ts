import type {
  DescribeKeyCommandInput,
  DescribeKeyCommandOutput,
  GetKeyPolicyCommandInput,
  GetKeyPolicyCommandOutput,
  GetKeyRotationStatusCommandInput,
  GetKeyRotationStatusCommandOutput,
} from "@aws-sdk/client-kms";
import { WireError } from "../wire-error";
import type { Answer, WireContext } from "../wire-service";
import { findKey, foreignKey } from "./find-key";

export function describeKey(
  { KeyId }: DescribeKeyCommandInput,
  context: WireContext,
): Answer<DescribeKeyCommandOutput> {
  return { KeyMetadata: findKey(context, KeyId, { byAlias: true }).metadata };
}

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html (no cross-account use) */
export function getKeyPolicy(
  { KeyId, PolicyName = "default" }: GetKeyPolicyCommandInput,
  context: WireContext,
): Answer<GetKeyPolicyCommandOutput> {
  const { metadata, policy } = findKey(context, KeyId);
  const { AWSAccountId: owner = context.account.accountId } = metadata;
  if (owner !== context.account.accountId) throw foreignKey(context, metadata.Arn ?? "");
  if (PolicyName !== "default")
    throw new WireError("NotFoundException", `No such policy exists: ${PolicyName}`);
  return { Policy: policy, PolicyName };
}

export function getKeyRotationStatus(
  { KeyId }: GetKeyRotationStatusCommandInput,
  context: WireContext,
): Answer<GetKeyRotationStatusCommandOutput> {
  const { metadata, rotation } = findKey(context, KeyId);
  if (rotation === "unsupported") {
    throw new WireError(
      "UnsupportedOperationException",
      `${metadata.Arn ?? ""} key spec or origin does not rotate.`,
    );
  }
  return {
    KeyId: metadata.Arn,
    KeyRotationEnabled: rotation.enabled,
    RotationPeriodInDays: rotation.periodInDays,
  };
}
