import { setTimeout as delay } from "node:timers/promises";
import {
  type Consumer,
  ListStreamConsumersCommand,
  RegisterStreamConsumerCommand,
} from "@aws-sdk/client-kinesis";
import type { StreamFacts } from "../account-facts";
import type { SeedContext } from "./seed-context";
import { seedResourcePolicy } from "./seed-resource-policy";

const pollMs = 100;
const pollsMax = 100;

/** Consumers and their policies. The ARN of a consumer ends in the second of its registration, so it is translated. */
export async function seedConsumers(
  context: SeedContext,
  { consumers }: StreamFacts,
  streamArn: string,
): Promise<void> {
  const { clients, log, translation } = context;
  for (const { ConsumerName = "", ConsumerARN: demoArn, resourcePolicy } of consumers) {
    const there = await log.make("consumers", ConsumerName, {
      find: () => findConsumer(context, streamArn, ConsumerName),
      make: async () => {
        await clients.kinesis.send(new RegisterStreamConsumerCommand({ StreamARN: streamArn, ConsumerName }));
        return onceRegistered(context, streamArn, ConsumerName);
      },
    });
    translation.add(demoArn, there?.ConsumerARN);
    if (there?.ConsumerARN)
      await seedResourcePolicy(context, "consumer policies", there.ConsumerARN, resourcePolicy);
  }
}

async function findConsumer(
  { clients }: SeedContext,
  StreamARN: string,
  name: string,
): Promise<Consumer | undefined> {
  const { Consumers = [] } = await clients.kinesis.send(new ListStreamConsumersCommand({ StreamARN }));
  return Consumers.find(({ ConsumerName }) => ConsumerName === name);
}

async function onceRegistered(context: SeedContext, streamArn: string, name: string) {
  for (let polls = 0; ; polls += 1) {
    const consumer = await findConsumer(context, streamArn, name);
    if (consumer?.ConsumerStatus === "ACTIVE" || polls === pollsMax) return consumer;
    await delay(pollMs);
  }
}
