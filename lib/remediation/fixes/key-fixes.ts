import type { KeyMetadata, KmsKey } from "@/lib/model/kms-key";
import { became, changeKey, findKey } from "@/lib/remediation/change-snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { resourceBlock } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";
import { command } from "@/lib/remediation/shell";

/** KDS-REST-04 */
export function rotateKey({ finding, snapshot }: FixInput): Fix | undefined {
  const key = findKey(snapshot, finding.cause.id);
  if (!key) return undefined;
  const { arn, region, keyId } = key;
  return {
    words:
      "Turn on the rotation of the key. What it encrypted stays readable, and nobody has to change anything.",
    commands: [command("aws", "kms", "enable-key-rotation", "--region", region, "--key-id", arn)],
    terraform: resourceBlock("aws_kms_key", terraformName(`key_${keyId}`), {
      enable_key_rotation: true,
    }),
    cloudFormation: cloudFormation({
      [logicalId("Key", keyId)]: {
        Type: "AWS::KMS::Key",
        Properties: { EnableKeyRotation: true },
      },
    }),
    documents: [],
    announces: [],
    apply: (given) =>
      changeKey(given, arn, (each) =>
        Object.assign({}, each, {
          rotation: rotating(each),
        }),
      ),
  };
}

/** KDS-REST-03: a key that waits for its end, or that somebody switched off. */
export function keepKey({ finding, snapshot }: FixInput): Fix | undefined {
  const key = findKey(snapshot, finding.cause.id);
  const metadata = key?.metadata.known ? key.metadata.value : null;
  if (!key || !metadata) return undefined;
  const isEnding = isIn(metadata, "PendingDeletion");
  if (!isEnding && !isIn(metadata, "Disabled")) return undefined;
  const { arn, region, keyId, rotation } = key;
  const rotates = rotation.known && rotation.value?.enabled === false;
  const verbs = [
    ...(isEnding ? ["cancel-key-deletion"] : []),
    "enable-key",
    ...(rotates ? ["enable-key-rotation"] : []),
  ];
  return {
    words: isEnding
      ? "Cancel the deletion of the key before its day, enable it, and let it rotate: once it is gone, no record that it encrypted can be read again."
      : "Enable the key: while it is disabled, records can be neither written nor read.",
    commands: verbs.map((verb) => command("aws", "kms", verb, "--region", region, "--key-id", arn)),
    terraform: resourceBlock("aws_kms_key", terraformName(`key_${keyId}`), {
      is_enabled: true,
      ...(rotates && { enable_key_rotation: true }),
    }),
    cloudFormation: cloudFormation({
      [logicalId("Key", keyId)]: {
        Type: "AWS::KMS::Key",
        Properties: { Enabled: true, ...(rotates && { EnableKeyRotation: true }) },
      },
    }),
    documents: [],
    announces: [],
    apply: (given) => changeKey(given, arn, (each) => enabled(each, metadata, rotates)),
  };
}

function isIn({ state }: KeyMetadata, wanted: string): boolean {
  return state.known && state.value === wanted;
}

function enabled(
  key: KmsKey,
  { deletionAt: _deletionAt, ...metadata }: KeyMetadata,
  rotates: boolean,
): KmsKey {
  const state = became(metadata.state, "Enabled", "kms:DescribeKey");
  return {
    ...key,
    ...(rotates && { rotation: rotating(key) }),
    metadata: became(key.metadata, { ...metadata, state }, "kms:DescribeKey"),
  };
}

function rotating({ rotation }: KmsKey): KmsKey["rotation"] {
  return became(rotation, { enabled: true, periodDays: 365 }, "kms:GetKeyRotationStatus");
}
