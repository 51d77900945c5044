import "server-only";
import { GetEventDataStoreCommand, ListEventDataStoresCommand } from "@aws-sdk/client-cloudtrail";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { advancedSelectorSchema } from "@/lib/collectors/event-selectors";
import { observeField } from "@/lib/collectors/observe-field";
import { readPages, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import type { EventDataStore } from "@/lib/model/event-logging";
import { known, type Observed } from "@/lib/model/observed";

const listSchema = z.object({
  EventDataStores: z.array(z.object({ EventDataStoreArn: z.string().min(1), Name: z.string() })),
  NextToken: z.string().nullish(),
});
const storeSchema = z.object({
  EventDataStoreArn: z.string(),
  Status: z.unknown().optional(),
  MultiRegionEnabled: z.unknown().optional(),
  OrganizationEnabled: z.unknown().optional(),
  AdvancedEventSelectors: z.unknown().optional(),
});

type ListedStore = z.infer<typeof listSchema>["EventDataStores"][number];

/** The stores of CloudTrail Lake in the Region; the list names them and says no more. */
export async function collectEventDataStores(context: CallContext): Promise<Observed<EventDataStore[]>> {
  const { aws, region } = context;
  const listed = await aws.observe(calls.listEventDataStores, { region }, () => listStores(context));
  if (!listed.known) return listed;
  aws.progress.plan(calls.getEventDataStore.action, region, listed.value.length);
  return known(await Promise.all(listed.value.map((store) => readStore(context, store))), listed.read);
}

async function listStores({ aws, clients, region }: CallContext): Promise<ListedStore[]> {
  const call = calls.listEventDataStores;
  const stores = await readPages(call, { region }, async (token) => {
    const { EventDataStores, NextToken } = await aws.ask(call, {
      region,
      schema: listSchema,
      send: (options) =>
        clients.cloudtrail.send(
          new ListEventDataStoresCommand({ MaxResults: 100, NextToken: token }),
          options,
        ),
    });
    return { items: EventDataStores, next: NextToken };
  });
  const byArn = ({ EventDataStoreArn }: ListedStore) => EventDataStoreArn;
  return sortedBy(uniqueBy(stores, byArn), byArn);
}

async function readStore(
  { aws, clients, region }: CallContext,
  { EventDataStoreArn: arn, Name: name }: ListedStore,
): Promise<EventDataStore> {
  const call = calls.getEventDataStore;
  const place = { region, resource: arn };
  const details = await aws.observe(call, place, async () => {
    const store = await aws.ask(call, {
      ...place,
      schema: storeSchema,
      send: (options) =>
        clients.cloudtrail.send(new GetEventDataStoreCommand({ EventDataStore: arn }), options),
    });
    if (store.EventDataStoreArn === arn) return store;
    throw new CollectionError(buildGap(call, "malformed", "the answer is about another store", place));
  });
  const field = <Value>(member: string, schema: z.ZodType<Value>) =>
    observeField(details, member, schema, { call, ...place });
  return {
    arn,
    name,
    status: field("Status", z.string().min(1)),
    multiRegion: field("MultiRegionEnabled", z.boolean()),
    ofOrganization: field("OrganizationEnabled", z.boolean()),
    selectors: field("AdvancedEventSelectors", z.array(advancedSelectorSchema)),
  };
}
