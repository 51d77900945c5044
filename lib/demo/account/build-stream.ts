import type { StreamDescriptionSummary } from "@aws-sdk/client-kinesis";
import type { ConsumerFacts, StreamFacts } from "../account-facts";
import { at, consumerArn, streamArn } from "./identifiers";

interface DemoStream {
  readonly region: string;
  readonly name: string;
  readonly createdOn: string;
  readonly mode: "PROVISIONED" | "ON_DEMAND";
  readonly shards: number;
  readonly retentionHours: number;
  /** As the stream names its key: id, ARN, alias name or alias ARN. Absent: not encrypted. */
  readonly key?: string;
  readonly channels?: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly consumers?: readonly ConsumerFacts[];
  readonly resourcePolicy?: string;
}

export function buildStream(stream: DemoStream): StreamFacts {
  const { tags, consumers = [], resourcePolicy } = stream;
  return {
    summary: summaryOf(stream, consumers.length),
    consumers,
    tags: { ...tags },
    ...(resourcePolicy !== undefined && { resourcePolicy }),
  };
}

function summaryOf(stream: DemoStream, consumerCount: number): StreamDescriptionSummary {
  const { region, name, createdOn, mode, shards, retentionHours, key, channels = 0 } = stream;
  return {
    StreamName: name,
    StreamARN: streamArn(region, name),
    StreamStatus: "ACTIVE",
    StreamModeDetails: { StreamMode: mode },
    RetentionPeriodHours: retentionHours,
    StreamCreationTimestamp: at(createdOn),
    EnhancedMonitoring: [{ ShardLevelMetrics: [] }],
    ...(key === undefined ? { EncryptionType: "NONE" } : { EncryptionType: "KMS", KeyId: key }),
    OpenShardCount: shards,
    ConsumerCount: consumerCount,
    MaxRecordSizeInKiB: 1024,
    ChannelCount: channels,
    ...(mode === "ON_DEMAND" && { RecordDistributionStrategy: "USER_PARTITION_KEY" }),
  };
}

interface DemoConsumer {
  readonly region: string;
  readonly streamName: string;
  readonly name: string;
  readonly createdOn: string;
  readonly resourcePolicy?: string;
}

export function buildConsumer({
  region,
  streamName,
  name,
  createdOn,
  resourcePolicy,
}: DemoConsumer): ConsumerFacts {
  return {
    ConsumerName: name,
    ConsumerARN: consumerArn(region, streamName, name, createdOn),
    ConsumerStatus: "ACTIVE",
    ConsumerCreationTimestamp: at(createdOn),
    ...(resourcePolicy !== undefined && { resourcePolicy }),
  };
}
