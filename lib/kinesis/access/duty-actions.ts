import type { AccessAction } from "@/lib/iam/access-index/access-input";
import { findServiceAction } from "@/lib/kinesis/service-actions";

/** Actions of which any makes a holder, on the stream itself. */
export const streamActions = {
  administer: [
    "kinesis:AddTagsToStream",
    "kinesis:DecreaseStreamRetentionPeriod",
    "kinesis:DeleteStream",
    "kinesis:DisableEnhancedMonitoring",
    "kinesis:EnableEnhancedMonitoring",
    "kinesis:IncreaseStreamRetentionPeriod",
    "kinesis:RemoveTagsFromStream",
    "kinesis:TagResource",
    "kinesis:UntagResource",
    "kinesis:UpdateMaxRecordSize",
    "kinesis:UpdateStreamRecordDistributionStrategy",
  ],
  reshard: [
    "kinesis:MergeShards",
    "kinesis:SplitShard",
    "kinesis:UpdateShardCount",
    "kinesis:UpdateStreamMode",
    "kinesis:UpdateStreamWarmThroughput",
  ],
  share: ["kinesis:DeleteResourcePolicy", "kinesis:PutResourcePolicy"],
  produce: ["kinesis:PutRecord", "kinesis:PutRecords"],
} as const;

/** Administer a stream, and name its key as a second resource. */
export const encryptionActions = ["kinesis:StartStreamEncryption", "kinesis:StopStreamEncryption"] as const;
/** Administer the streams of a channel. */
export const channelActions = ["kinesis:DeleteChannel", "kinesis:UpdateChannel"] as const;
/** Both together share a stream by a new channel. */
export const sharingByChannel = {
  create: "kinesis:CreateChannel",
  associate: "kinesis:AssociateStreamsWithChannel",
} as const;
/** Both together read a stream. */
export const readingByShard = ["kinesis:GetRecords", "kinesis:GetShardIterator"] as const;
/** Reads a stream through an enhanced fan-out consumer of it. */
export const readingByConsumer = "kinesis:SubscribeToShard";

export const keyActions = {
  consume: "kms:Decrypt",
  produce: "kms:GenerateDataKey",
  /** Of these only CreateGrant works from another account. */
  manage: ["kms:CreateGrant", "kms:DisableKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
} as const;

/** Actions whose reference lists no resource types, and that work on one stream nevertheless. */
const unlistedOnStreams: ReadonlySet<string> = new Set([
  "kinesis:DisableEnhancedMonitoring",
  "kinesis:EnableEnhancedMonitoring",
  "kinesis:UpdateShardCount",
  "kinesis:UpdateStreamMode",
]);

const kindByResourceType: Readonly<Record<string, string>> = { kmsKey: "key" };

/** Everything that the duties ask of the account-wide index. */
export const indexedActions: readonly AccessAction[] = [
  ...Object.values(streamActions).flat(),
  ...encryptionActions,
  ...channelActions,
  ...Object.values(sharingByChannel),
  ...readingByShard,
  readingByConsumer,
  keyActions.consume,
  keyActions.produce,
  ...keyActions.manage,
].map(toIndexed);

function toIndexed(name: string): AccessAction {
  const action = findServiceAction(name);
  if (!action) throw new Error(`The service authorization reference does not list ${name}.`);
  const resourceKinds = action.resourceTypes.map((type) => kindByResourceType[type] ?? type);
  return {
    name,
    resourceKinds,
    ...(unlistedOnStreams.has(name) && resourceKinds.length === 0 && { unlistedKinds: ["stream"] }),
  };
}
