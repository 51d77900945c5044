import type { AccessAction } from "@/lib/iam/access-index/access-input";
import type { Random } from "./random";

export const homeAccount = "111122223333";
export const otherAccounts = ["222233334444", "333344445555", "444455556666"] as const;
export const homeOrganization = "o-exampleorg";
export const regions = ["us-east-1", "eu-west-1", "ap-southeast-2"] as const;
export const teams = Array.from({ length: 40 }, (_, index) => `team${index}`);
export const applications = Array.from({ length: 60 }, (_, index) => `app${index}`);
export const environments = ["prod", "stage", "dev"] as const;

/** Names as people give them: who, what, where to, and a number. */
export function streamName(random: Random, index: number): string {
  const team = random.pickFrom(teams, "team0");
  const application = random.pickFrom(applications, "app0");
  return `${team}-${application}-${random.pick(environments)}-${index}`;
}

/** Actions that kinesis lists the stream as a resource type for. */
const streamActions = [
  "AddTagsToStream",
  "AssociateStreamsWithChannel",
  "CreateStream",
  "DecreaseStreamRetentionPeriod",
  "DeleteResourcePolicy",
  "DeleteStream",
  "DescribeStream",
  "DescribeStreamSummary",
  "GetRecords",
  "GetResourcePolicy",
  "GetShardIterator",
  "IncreaseStreamRetentionPeriod",
  "ListShards",
  "ListStreamConsumers",
  "ListTagsForResource",
  "ListTagsForStream",
  "MergeShards",
  "PutRecord",
  "PutRecords",
  "PutResourcePolicy",
  "RegisterStreamConsumer",
  "RemoveTagsFromStream",
  "SplitShard",
  "StartStreamEncryption",
  "StopStreamEncryption",
  "TagResource",
  "UntagResource",
  "UpdateMaxRecordSize",
  "UpdateStreamRecordDistributionStrategy",
  "UpdateStreamWarmThroughput",
];
const consumerActions = ["SubscribeToShard", "DescribeStreamConsumer", "DeregisterStreamConsumer"];
const channelActions = ["DescribeChannel", "UpdateChannel", "DeleteChannel"];
const unlistedActions = [
  "UpdateShardCount",
  "UpdateStreamMode",
  "EnableEnhancedMonitoring",
  "DisableEnhancedMonitoring",
];
const keyActions = ["Decrypt", "GenerateDataKey", "PutKeyPolicy"];

const named = (names: readonly string[], service: string, ...resourceKinds: string[]): AccessAction[] =>
  names.map((name) => ({ name: `${service}:${name}`, resourceKinds }));
const unlisted = unlistedActions.map((name): AccessAction => ({
  name: `kinesis:${name}`,
  resourceKinds: [],
  unlistedKinds: ["stream"],
}));

/** Actions on resources of every kind. */
export const actionsOfEveryKind: readonly AccessAction[] = [
  ...named(streamActions, "kinesis", "stream"),
  ...named(["TagResource", "UntagResource"], "kinesis", "stream", "consumer", "channel"),
  ...named(consumerActions, "kinesis", "consumer"),
  ...named(channelActions, "kinesis", "channel"),
  ...unlisted,
  ...named(["ListStreams", "DescribeLimits"], "kinesis"),
  ...named(keyActions, "kms", "key"),
  ...named(["AssumeRole"], "sts", "role"),
].filter(({ name }, index, all) => all.findLastIndex((other) => other.name === name) === index);

/** Forty actions, each of them asked of every stream, so that no triple of the benchmark is empty from the start. */
export const fortyStreamActions: readonly AccessAction[] = [
  ...named([...streamActions, ...consumerActions, ...channelActions], "kinesis", "stream"),
  ...unlisted,
];
