import { encryptionActions, streamActions } from "@/lib/kinesis/access/duty-actions";
import type { RoleOptions, RolePolicy, RoleStream } from "@/lib/kinesis/four-roles/four-roles";
import {
  allow,
  arnsOf,
  customerKeysOf,
  denyWithoutTls,
  documentOf,
  inRegionsOf,
} from "@/lib/kinesis/four-roles/statement-parts";

const regionWide = ["kinesis:DisableEnhancedMonitoring", "kinesis:EnableEnhancedMonitoring"];
const looking = [
  "kinesis:DescribeStream",
  "kinesis:DescribeStreamSummary",
  "kinesis:GetResourcePolicy",
  "kinesis:ListShards",
  "kinesis:ListStreamConsumers",
  "kinesis:ListTagsForResource",
  "kinesis:ListTagsForStream",
];

/** Settings, tags, retention, encryption and the end of the streams; never a record. */
export function administratorsPolicy(streams: readonly RoleStream[], options: RoleOptions): RolePolicy {
  const arns = arnsOf(streams);
  const keys = customerKeysOf(streams);
  const onStream = streamActions.administer.filter((action) => !regionWide.includes(action));
  return {
    role: "administrators",
    document: documentOf([
      allow("Administer", onStream, arns),
      // Either action is authorised on the key as well as on the stream.
      allow("SetEncryption", encryptionActions, [...arns, ...keys]),
      ...(options.share ? [allow("Share", streamActions.share, arns)] : []),
      ...(options.regionWide ? [allow("MonitorShards", regionWide, "*", inRegionsOf(streams))] : []),
      allow("Look", looking, arns),
      ...(keys.length > 0 ? [allow("LookAtKey", ["kms:DescribeKey"], keys)] : []),
      ...denyWithoutTls(options),
    ]),
    notes: [
      options.share
        ? "Whoever holds it can open the stream to other accounts."
        : "Putting and deleting resource policies is left out.",
      options.regionWide
        ? "Enhanced monitoring can be switched for every stream of the Region: AWS accepts these actions on no single one."
        : "Enhanced monitoring is left out: AWS accepts its actions on every stream of the Region only.",
      ...(keys.length < streams.length
        ? ["To encrypt with another key, add the ARN of that key to SetEncryption."]
        : []),
    ],
  };
}
