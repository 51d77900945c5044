import "server-only";
import {
  DescribeTrailsCommand,
  GetEventDataStoreCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  ListEventDataStoresCommand,
} from "@aws-sdk/client-cloudtrail";
import { ListRulesCommand, ListTargetsByRuleCommand } from "@aws-sdk/client-eventbridge";
import { DescribeDeliveryStreamCommand, ListDeliveryStreamsCommand } from "@aws-sdk/client-firehose";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import type { Attempts } from "@/lib/collectors/preflight/attempts";

/** What is logged, who is told, and what else reads streams. */
export async function tryWatching(context: CallContext, attempts: Attempts): Promise<void> {
  await Promise.all([
    tryTrails(context, attempts),
    tryEventDataStores(context, attempts),
    tryEventRules(context, attempts),
    tryDeliveryStreams(context, attempts),
  ]);
}

async function tryTrails(
  { clients: { cloudtrail }, region }: CallContext,
  attempts: Attempts,
): Promise<void> {
  const listed = await attempts.try(calls.describeTrails, {
    schema: z.object({ trailList: z.array(z.object({ TrailARN: z.string() })) }),
    send: (options) => cloudtrail.send(new DescribeTrailsCommand({ includeShadowTrails: true }), options),
  });
  const resource = listed?.trailList[0]?.TrailARN;
  if (resource === undefined) {
    const why = `No trail is known in ${region} to try it on.`;
    attempts.skip([calls.getTrailStatus, calls.getEventSelectors], why);
    return;
  }
  await Promise.all([
    attempts.try(calls.getTrailStatus, {
      resource,
      schema: z.object({ IsLogging: z.boolean() }),
      send: (options) => cloudtrail.send(new GetTrailStatusCommand({ Name: resource }), options),
    }),
    attempts.try(calls.getEventSelectors, {
      resource,
      schema: z.object({ TrailARN: z.string() }),
      send: (options) => cloudtrail.send(new GetEventSelectorsCommand({ TrailName: resource }), options),
    }),
  ]);
}

async function tryEventDataStores(
  { clients: { cloudtrail }, region }: CallContext,
  attempts: Attempts,
): Promise<void> {
  const listed = await attempts.try(calls.listEventDataStores, {
    schema: z.object({ EventDataStores: z.array(z.object({ EventDataStoreArn: z.string() })) }),
    send: (options) => cloudtrail.send(new ListEventDataStoresCommand({ MaxResults: 1 }), options),
  });
  const EventDataStore = listed?.EventDataStores[0]?.EventDataStoreArn;
  if (EventDataStore === undefined) {
    attempts.skip([calls.getEventDataStore], `No event data store is known in ${region} to try it on.`);
    return;
  }
  await attempts.try(calls.getEventDataStore, {
    resource: EventDataStore,
    schema: z.object({ EventDataStoreArn: z.string() }),
    send: (options) => cloudtrail.send(new GetEventDataStoreCommand({ EventDataStore }), options),
  });
}

async function tryEventRules(
  { clients: { eventbridge }, region }: CallContext,
  attempts: Attempts,
): Promise<void> {
  const listed = await attempts.try(calls.listRules, {
    schema: z.object({ Rules: z.array(z.object({ Name: z.string() })) }),
    send: (options) => eventbridge.send(new ListRulesCommand({ Limit: 1 }), options),
  });
  const Rule = listed?.Rules[0]?.Name;
  if (Rule === undefined) {
    attempts.skip([calls.listTargetsByRule], `No rule is known in ${region} to try it on.`);
    return;
  }
  await attempts.try(calls.listTargetsByRule, {
    resource: Rule,
    schema: z.object({ Targets: z.array(z.unknown()) }),
    send: (options) => eventbridge.send(new ListTargetsByRuleCommand({ Rule, Limit: 1 }), options),
  });
}

async function tryDeliveryStreams(
  { clients: { firehose }, region }: CallContext,
  attempts: Attempts,
): Promise<void> {
  const command = new ListDeliveryStreamsCommand({ Limit: 1, DeliveryStreamType: "KinesisStreamAsSource" });
  const listed = await attempts.try(calls.listDeliveryStreams, {
    schema: z.object({ DeliveryStreamNames: z.array(z.string()) }),
    send: (options) => firehose.send(command, options),
  });
  const DeliveryStreamName = listed?.DeliveryStreamNames[0];
  if (DeliveryStreamName === undefined) {
    attempts.skip([calls.describeDeliveryStream], `No delivery stream is known in ${region} to try it on.`);
    return;
  }
  await attempts.try(calls.describeDeliveryStream, {
    resource: DeliveryStreamName,
    schema: z.object({ DeliveryStreamDescription: z.object({ DeliveryStreamName: z.string() }) }),
    send: (options) => firehose.send(new DescribeDeliveryStreamCommand({ DeliveryStreamName }), options),
  });
}
