import "server-only";
import { ListStreamConsumersCommand } from "@aws-sdk/client-kinesis";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { present, toIso } from "@/lib/collectors/present";
import { readPages, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import { collectResourcePolicy } from "@/lib/collectors/stream-policy";
import { known, type Observed } from "@/lib/model/observed";
import type { Consumer } from "@/lib/model/stream";

const consumersSchema = z.object({
  Consumers: z.array(
    z.object({
      ConsumerName: z.string(),
      ConsumerARN: z.string(),
      ConsumerStatus: z.string(),
      ConsumerCreationTimestamp: z.date().nullish(),
    }),
  ),
  NextToken: z.string().nullish(),
});

type ListedConsumer = z.infer<typeof consumersSchema>["Consumers"][number];

/** The enhanced fan-out consumers of a stream, each with its own policy; none are listed when there are none. */
export async function collectConsumers(
  context: CallContext,
  streamArn: string,
  count: Observed<number>,
): Promise<Observed<Consumer[]>> {
  if (count.known && count.value === 0) return known([], count.read);
  const { aws, region } = context;
  const listed = await aws.observe(calls.listStreamConsumers, { region, resource: streamArn }, () =>
    listConsumers(context, streamArn),
  );
  if (!listed.known) return listed;

  aws.progress.plan(calls.getResourcePolicy.action, region, listed.value.length);
  return known(
    await Promise.all(listed.value.map((consumer) => readConsumer(context, consumer))),
    listed.read,
  );
}

/** kinesis-local sends a token with its last page: an empty page ends that list, as any page without one. */
async function listConsumers(
  { aws, clients, region }: CallContext,
  streamArn: string,
): Promise<ListedConsumer[]> {
  const place = { region, resource: streamArn };
  const consumers = await readPages(calls.listStreamConsumers, place, async (token) => {
    const { Consumers, NextToken } = await aws.ask(calls.listStreamConsumers, {
      ...place,
      schema: consumersSchema,
      send: (options) =>
        clients.kinesis.send(
          new ListStreamConsumersCommand({ StreamARN: streamArn, NextToken: token }),
          options,
        ),
    });
    return { items: Consumers, next: NextToken };
  });
  const ours = consumers.filter(({ ConsumerARN }) => ConsumerARN.startsWith(`${streamArn}/consumer/`));
  return sortedBy(
    uniqueBy(ours, ({ ConsumerARN }) => ConsumerARN),
    ({ ConsumerARN }) => ConsumerARN,
  );
}

async function readConsumer(context: CallContext, consumer: ListedConsumer): Promise<Consumer> {
  const { ConsumerARN, ConsumerName, ConsumerStatus, ConsumerCreationTimestamp } = consumer;
  return {
    arn: ConsumerARN,
    name: ConsumerName,
    status: ConsumerStatus,
    ...present({ createdAt: toIso(ConsumerCreationTimestamp) }),
    resourcePolicy: await collectResourcePolicy(context, ConsumerARN),
  };
}
