import {
  AddTagsToStreamCommand,
  CreateStreamCommand,
  IncreaseStreamRetentionPeriodCommand,
  ListTagsForStreamCommand,
  StartStreamEncryptionCommand,
  type StreamDescriptionSummary,
} from "@aws-sdk/client-kinesis";
import type { RegionFacts, StreamFacts } from "../account-facts";
import { describeStream, onceActive } from "./once-active";
import type { SeedContext } from "./seed-context";
import { seedConsumers } from "./seed-consumers";
import { seedResourcePolicy } from "./seed-resource-policy";

/** Emulators hold 50 shards or 100 at most, and nothing here depends on how many a stream has. */
const shardsMax = 2;

/** Kinesis and its emulators accept no more than five streams in creation at once. */
const concurrencyMax = 4;

export async function seedStreams(context: SeedContext, facts: RegionFacts): Promise<void> {
  const waiting = [...facts.streams];
  const work = async () => {
    for (let stream = waiting.shift(); stream; stream = waiting.shift())
      await seedStream(context, stream, facts);
  };
  await Promise.all(Array.from({ length: concurrencyMax }, work));
}

async function seedStream(context: SeedContext, stream: StreamFacts, facts: RegionFacts): Promise<void> {
  const { clients, log } = context;
  const { StreamName: name = "", StreamModeDetails, OpenShardCount = 1 } = stream.summary;
  const there = await log.make("streams", name, {
    find: () => describeStream(clients.kinesis, name),
    make: async () => {
      const onDemand = StreamModeDetails?.StreamMode === "ON_DEMAND";
      await clients.kinesis.send(
        new CreateStreamCommand({
          StreamName: name,
          StreamModeDetails,
          ...(!onDemand && { ShardCount: Math.min(OpenShardCount, shardsMax) }),
        }),
      );
      return onceActive(clients.kinesis, name);
    },
  });
  if (!there?.StreamARN) return;
  await seedTags(context, stream);
  await seedRetention(context, stream, there);
  await seedEncryption(context, { stream, there, facts });
  await seedConsumers(context, stream, there.StreamARN);
  await seedResourcePolicy(context, "stream policies", there.StreamARN, stream.resourcePolicy);
}

async function seedTags({ clients, log }: SeedContext, { summary, tags }: StreamFacts): Promise<void> {
  const { StreamName = "" } = summary;
  if (Object.keys(tags).length === 0) return;
  await log.make("stream tags", StreamName, {
    find: async () => {
      const { Tags = [] } = await clients.kinesis.send(new ListTagsForStreamCommand({ StreamName }));
      const there = new Map(Tags.map(({ Key, Value }) => [Key, Value]));
      return Object.entries(tags).every(([key, value]) => there.get(key) === value) || undefined;
    },
    make: async () => {
      await clients.kinesis.send(new AddTagsToStreamCommand({ StreamName, Tags: { ...tags } }));
      return true;
    },
  });
}

async function seedRetention(
  { clients, log }: SeedContext,
  { summary: { StreamName = "", RetentionPeriodHours = 24 } }: StreamFacts,
  there: StreamDescriptionSummary,
): Promise<void> {
  if (RetentionPeriodHours <= 24) return;
  await log.make("stream retentions", StreamName, {
    find: () => there.RetentionPeriodHours === RetentionPeriodHours || undefined,
    make: async () => {
      await clients.kinesis.send(
        new IncreaseStreamRetentionPeriodCommand({ StreamName, RetentionPeriodHours }),
      );
      return onceActive(clients.kinesis, StreamName).then(() => true);
    },
  });
}

async function seedEncryption(
  { clients, log, translation }: SeedContext,
  { stream, there, facts }: { stream: StreamFacts; there: StreamDescriptionSummary; facts: RegionFacts },
): Promise<void> {
  const { StreamName = "", EncryptionType, KeyId: demoKey = "" } = stream.summary;
  if (EncryptionType !== "KMS") return;
  // Nobody can make AWS's own key; its alias stands for it everywhere.
  const ofAws = facts.keys.some(
    ({ metadata }) => metadata.KeyManager === "AWS" && demoKey.includes(metadata.KeyId ?? demoKey),
  );
  const KeyId = ofAws ? "alias/aws/kinesis" : translation.of(demoKey);
  await log.make("stream encryptions", StreamName, {
    find: () => there.EncryptionType === "KMS" || undefined,
    make: async () => {
      await clients.kinesis.send(
        new StartStreamEncryptionCommand({ StreamName, EncryptionType: "KMS", KeyId }),
      );
      return onceActive(clients.kinesis, StreamName).then(() => true);
    },
  });
}
