import "server-only";
import {
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
} from "@aws-sdk/client-cloudtrail";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { advancedSelectorSchema } from "@/lib/collectors/event-selectors";
import { observeField } from "@/lib/collectors/observe-field";
import { sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import type { EventSelectors, Trail } from "@/lib/model/event-logging";
import { known, type Observed, type Read } from "@/lib/model/observed";

const trailSchema = z.object({
  TrailARN: z.string().min(1),
  Name: z.string(),
  HomeRegion: z.unknown().optional(),
  IsMultiRegionTrail: z.unknown().optional(),
  IsOrganizationTrail: z.unknown().optional(),
  LogFileValidationEnabled: z.unknown().optional(),
});
const trailsSchema = z.object({ trailList: z.array(trailSchema) });
const statusSchema = z.object({ IsLogging: z.boolean() });
const basicSchema = z.object({
  ReadWriteType: z.string(),
  IncludeManagementEvents: z.boolean(),
  ExcludeManagementEventSources: z.array(z.string()).nullish(),
});
const selectorsSchema = z
  .object({
    EventSelectors: z.array(basicSchema).nullish(),
    AdvancedEventSelectors: z.array(advancedSelectorSchema).nullish(),
  })
  // CloudTrail sends one of the two, an empty list where nothing is selected.
  .refine(({ EventSelectors, AdvancedEventSelectors }) => EventSelectors ?? AdvancedEventSelectors);

type ListedTrail = z.infer<typeof trailSchema>;

/** The trails that cover the Region: its own, those of other Regions that cover all, and the organization's. */
export async function collectTrails(context: CallContext): Promise<Observed<Trail[]>> {
  const { aws, clients, region } = context;
  const listed = await aws.observe(calls.describeTrails, { region }, async () => {
    const { trailList } = await aws.ask(calls.describeTrails, {
      region,
      schema: trailsSchema,
      send: (options) =>
        clients.cloudtrail.send(new DescribeTrailsCommand({ includeShadowTrails: true }), options),
    });
    const byArn = ({ TrailARN }: ListedTrail) => TrailARN;
    return sortedBy(uniqueBy(trailList, byArn), byArn);
  });
  if (!listed.known) return listed;
  aws.progress.plan(calls.getTrailStatus.action, region, listed.value.length);
  const trails = listed.value.map((trail) => readTrail(context, trail, listed.read));
  return known(await Promise.all(trails), listed.read);
}

async function readTrail(context: CallContext, answer: ListedTrail, read: Read): Promise<Trail> {
  const { TrailARN: arn, Name: name } = answer;
  const place = { call: calls.describeTrails, region: context.region, resource: arn };
  const field = <Value>(member: keyof ListedTrail, schema: z.ZodType<Value>) =>
    observeField(known(answer, read), member, schema, place);
  const [logging, selectors] = await Promise.all([readStatus(context, arn), readSelectors(context, arn)]);
  return {
    arn,
    name,
    homeRegion: field("HomeRegion", z.string().min(1)),
    multiRegion: field("IsMultiRegionTrail", z.boolean()),
    ofOrganization: field("IsOrganizationTrail", z.boolean()),
    logFileValidation: field("LogFileValidationEnabled", z.boolean()),
    logging,
    selectors,
  };
}

function readStatus({ aws, clients, region }: CallContext, Name: string): Promise<Observed<boolean>> {
  const place = { region, resource: Name };
  return aws.observe(calls.getTrailStatus, place, async () => {
    const { IsLogging } = await aws.ask(calls.getTrailStatus, {
      ...place,
      schema: statusSchema,
      send: (options) => clients.cloudtrail.send(new GetTrailStatusCommand({ Name }), options),
    });
    return IsLogging;
  });
}

function readSelectors(
  { aws, clients, region }: CallContext,
  TrailName: string,
): Promise<Observed<EventSelectors>> {
  const call = calls.getEventSelectors;
  const place = { region, resource: TrailName };
  return aws.observe(call, place, async () => {
    const { EventSelectors: basic, AdvancedEventSelectors: advanced } = await aws.ask(call, {
      ...place,
      schema: selectorsSchema,
      send: (options) => clients.cloudtrail.send(new GetEventSelectorsCommand({ TrailName }), options),
    });
    if (basic?.length && advanced?.length) {
      throw new CollectionError(buildGap(call, "malformed", "selectors of both kinds", place));
    }
    return {
      basic: (basic ?? []).map((selector) => ({
        readWrite: selector.ReadWriteType,
        managementEvents: selector.IncludeManagementEvents,
        excludedSources: selector.ExcludeManagementEventSources ?? [],
      })),
      advanced: advanced ?? [],
    };
  });
}
