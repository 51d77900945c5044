import type { Duty } from "@/lib/model/duty";

/** What an action is for. Everybody needs some of `inspect`, so that it is never a finding by itself. */
export type ActionDuty = Exclude<Duty, "manage-key"> | "inspect";

/**
 * The duty that each action of Kinesis Data Streams belongs to, by the four roles of the course. Not every action
 * makes its caller a holder: CreateStream, for one, does nothing to a stream that exists.
 */
const dutyByAction: Readonly<Record<string, ActionDuty>> = {
  AddTagsToStream: "administer",
  CreateStream: "administer",
  DecreaseStreamRetentionPeriod: "administer",
  DeleteChannel: "administer",
  DeleteStream: "administer",
  DisableEnhancedMonitoring: "administer",
  EnableEnhancedMonitoring: "administer",
  IncreaseStreamRetentionPeriod: "administer",
  InjectApiError: "administer",
  RemoveTagsFromStream: "administer",
  StartStreamEncryption: "administer",
  StopStreamEncryption: "administer",
  TagResource: "administer",
  UntagResource: "administer",
  UpdateAccountSettings: "administer",
  UpdateChannel: "administer",
  UpdateMaxRecordSize: "administer",
  UpdateStreamRecordDistributionStrategy: "administer",
  AssociateStreamsWithChannel: "share",
  CreateChannel: "share",
  DeleteResourcePolicy: "share",
  PutResourcePolicy: "share",
  MergeShards: "reshard",
  SplitShard: "reshard",
  UpdateShardCount: "reshard",
  UpdateStreamMode: "reshard",
  UpdateStreamWarmThroughput: "reshard",
  PutRecord: "produce",
  PutRecords: "produce",
  DeregisterStreamConsumer: "consume",
  GetRecords: "consume",
  GetShardIterator: "consume",
  RegisterStreamConsumer: "consume",
  SubscribeToShard: "consume",
  DescribeAccountSettings: "inspect",
  DescribeChannel: "inspect",
  DescribeLimits: "inspect",
  DescribeStream: "inspect",
  DescribeStreamConsumer: "inspect",
  DescribeStreamSummary: "inspect",
  GetResourcePolicy: "inspect",
  ListChannels: "inspect",
  ListShards: "inspect",
  ListStreamConsumers: "inspect",
  ListStreams: "inspect",
  ListTagsForResource: "inspect",
  ListTagsForStream: "inspect",
};

/** Undefined for an action of another service, or one that AWS has added since. */
export function dutyOfAction(action: string): ActionDuty | undefined {
  const name = action.startsWith("kinesis:") ? action.slice("kinesis:".length) : "";
  return Object.hasOwn(dutyByAction, name) ? dutyByAction[name] : undefined;
}
