import type {
  DescribeTrailsCommandInput,
  DescribeTrailsCommandOutput,
  GetEventDataStoreCommandInput,
  GetEventDataStoreCommandOutput,
  GetEventSelectorsCommandInput,
  GetEventSelectorsCommandOutput,
  GetTrailStatusCommandInput,
  GetTrailStatusCommandOutput,
  ListEventDataStoresCommandInput,
  ListEventDataStoresCommandOutput,
} from "@aws-sdk/client-cloudtrail";
import type { TrailFacts } from "../../account-facts";
import { kmsDialect } from "../dialects";
import { pageOf, pageSize } from "../page";
import { awsJson } from "../protocols/aws-json";
import { WireError } from "../wire-error";
import { type Answer, operation, regionOf, type WireContext, type WireService } from "../wire-service";
import { lookupEvents } from "./cloudtrail-events";

const load = () => import("@aws-sdk/client-cloudtrail");

export const cloudtrail: WireService = {
  prefix: "cloudtrail",
  signingName: "cloudtrail",
  protocol: awsJson,
  target: "CloudTrail_20131101",
  dialect: kmsDialect,
  operations: {
    DescribeTrails: operation(async () => (await load()).DescribeTrails$, describeTrails),
    GetTrailStatus: operation(async () => (await load()).GetTrailStatus$, getTrailStatus),
    GetEventSelectors: operation(async () => (await load()).GetEventSelectors$, getEventSelectors),
    ListEventDataStores: operation(async () => (await load()).ListEventDataStores$, listEventDataStores),
    GetEventDataStore: operation(async () => (await load()).GetEventDataStore$, getEventDataStore),
    LookupEvents: operation(async () => (await load()).LookupEvents$, lookupEvents),
  },
};

/** Trails of other Regions that cover this one are told unless the caller wants none of these shadows. */
function describeTrails(
  { includeShadowTrails = true, trailNameList = [] }: DescribeTrailsCommandInput,
  context: WireContext,
): Answer<DescribeTrailsCommandOutput> {
  const { trails } = regionOf(kmsDialect, context);
  return {
    trailList: trails
      .map(({ trail }) => trail)
      .filter(({ HomeRegion }) => includeShadowTrails || HomeRegion === context.region)
      .filter(
        ({ Name = "", TrailARN = "" }) =>
          trailNameList.length === 0 || trailNameList.includes(Name) || trailNameList.includes(TrailARN),
      ),
  };
}

function getTrailStatus(
  { Name }: GetTrailStatusCommandInput,
  context: WireContext,
): Answer<GetTrailStatusCommandOutput> {
  return { IsLogging: findTrail(context, Name).logging };
}

function getEventSelectors(
  { TrailName }: GetEventSelectorsCommandInput,
  context: WireContext,
): Answer<GetEventSelectorsCommandOutput> {
  const { trail, selectors } = findTrail(context, TrailName);
  return { TrailARN: trail.TrailARN, ...selectors };
}

/** A trail of another Region answers to its ARN alone. */
function findTrail(context: WireContext, name: string | undefined): TrailFacts {
  if (!name) throw new WireError("InvalidTrailNameException", "Trail name cannot be blank!");
  const found = regionOf(kmsDialect, context).trails.find(
    ({ trail }) => trail.TrailARN === name || (trail.Name === name && trail.HomeRegion === context.region),
  );
  if (!found) throw new WireError("TrailNotFoundException", `Unknown trail: ${name}`);
  return found;
}

/** The list holds names; all else of it is deprecated, and not sent. */
function listEventDataStores(
  { MaxResults, NextToken }: ListEventDataStoresCommandInput,
  context: WireContext,
): Answer<ListEventDataStoresCommandOutput> {
  const invalid = () => new WireError("InvalidMaxResultsException", "MaxResults must be between 1 and 1000.");
  const { items, nextToken } = pageOf(regionOf(kmsDialect, context).eventDataStores, {
    operation: "cloudtrail:ListEventDataStores",
    token: NextToken,
    limit: pageSize(MaxResults, { max: 1000, default: 100, invalid }),
    invalidToken: () => new WireError("InvalidNextTokenException", "The token is not valid."),
  });
  return {
    EventDataStores: items.map(({ EventDataStoreArn, Name }) => ({ EventDataStoreArn, Name })),
    NextToken: nextToken,
  };
}

function getEventDataStore(
  { EventDataStore: id }: GetEventDataStoreCommandInput,
  context: WireContext,
): Answer<GetEventDataStoreCommandOutput> {
  const stores = regionOf(kmsDialect, context).eventDataStores;
  const store = stores.find(({ EventDataStoreArn: arn }) => id !== undefined && arn?.endsWith(id));
  if (!store) throw new WireError("EventDataStoreNotFoundException", "The event data store was not found.");
  return store;
}
