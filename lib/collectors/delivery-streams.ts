import "server-only";
import { DescribeDeliveryStreamCommand, ListDeliveryStreamsCommand } from "@aws-sdk/client-firehose";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { destinationsSchema } from "@/lib/collectors/delivery-destination";
import { observeField } from "@/lib/collectors/observe-field";
import { compareText } from "@/lib/collectors/read-pages";
import type { DeliveryStream } from "@/lib/model/delivery-stream";
import { known, mapObserved, type Observed } from "@/lib/model/observed";

const namesSchema = z.object({
  DeliveryStreamNames: z.array(z.string().min(1)),
  HasMoreDeliveryStreams: z.boolean(),
});
const sourceSchema = z.object({
  KinesisStreamSourceDescription: z.looseObject({}),
});
const detailsSchema = z.object({
  DeliveryStreamARN: z.string(),
  DeliveryStreamStatus: z.unknown().optional(),
  Source: z.unknown().optional(),
  Destinations: z.unknown().optional(),
});
const answerSchema = z.object({ DeliveryStreamDescription: detailsSchema });

/** The delivery streams whose source is a data stream. */
export async function collectDeliveryStreams(context: CallContext): Promise<Observed<DeliveryStream[]>> {
  const { aws, region } = context;
  const names = await aws.observe(calls.listDeliveryStreams, { region }, () => listNames(context));
  if (!names.known) return names;
  aws.progress.plan(calls.describeDeliveryStream.action, region, names.value.length);
  return known(await Promise.all(names.value.map((name) => readOne(context, name))), names.read);
}

/** It pages by the last name seen. */
async function listNames({ aws, clients, region }: CallContext): Promise<string[]> {
  const names = new Set<string>();
  for (let last: string | undefined, more = true; more;) {
    const page = await aws.ask(calls.listDeliveryStreams, {
      region,
      schema: namesSchema,
      send: (options) =>
        clients.firehose.send(
          new ListDeliveryStreamsCommand({
            Limit: 100,
            DeliveryStreamType: "KinesisStreamAsSource",
            ExclusiveStartDeliveryStreamName: last,
          }),
          options,
        ),
    });
    const before = names.size;
    for (const name of page.DeliveryStreamNames) names.add(name);
    last = page.DeliveryStreamNames.at(-1);
    more = page.HasMoreDeliveryStreams;
    if (more && names.size === before) {
      throw new CollectionError(
        buildGap(calls.listDeliveryStreams, "malformed", "the list repeats a page", { region }),
      );
    }
  }
  return [...names].toSorted(compareText);
}

async function readOne(context: CallContext, name: string): Promise<DeliveryStream> {
  const { aws, clients, accountId, partition, region } = context;
  const call = calls.describeDeliveryStream;
  const arn = `arn:${partition}:firehose:${region}:${accountId}:deliverystream/${name}`;
  const place = { region, resource: arn };
  const details = await aws.observe(call, place, async () => {
    const { DeliveryStreamDescription: description } = await aws.ask(call, {
      ...place,
      schema: answerSchema,
      send: (options) =>
        clients.firehose.send(new DescribeDeliveryStreamCommand({ DeliveryStreamName: name }), options),
    });
    if (description.DeliveryStreamARN.endsWith(`:deliverystream/${name}`)) return description;
    throw new CollectionError(buildGap(call, "malformed", "the answer is about another stream", place));
  });
  const fieldPlace = { call, ...place };
  const text = z.string().min(1);
  const source = mapObserved(
    observeField(details, "Source", sourceSchema, fieldPlace),
    ({ KinesisStreamSourceDescription }) => KinesisStreamSourceDescription,
  );
  return {
    arn,
    name,
    status: observeField(details, "DeliveryStreamStatus", text, fieldPlace),
    streamArn: observeField(source, "KinesisStreamARN", text, fieldPlace),
    roleArn: observeField(source, "RoleARN", text, fieldPlace),
    destinations: observeField(details, "Destinations", destinationsSchema, fieldPlace),
  };
}
