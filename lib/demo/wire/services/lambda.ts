import type {
  ListEventSourceMappingsCommandInput,
  ListEventSourceMappingsCommandOutput,
  ListFunctionsCommandInput,
  ListFunctionsCommandOutput,
} from "@aws-sdk/client-lambda";
import { lambdaDialect } from "../dialects";
import { pageOf, pageSize } from "../page";
import { restJson } from "../protocols/rest-json";
import { WireError } from "../wire-error";
import { type Answer, operation, regionOf, type WireContext, type WireService } from "../wire-service";

const load = () => import("@aws-sdk/client-lambda");
const invalid = (message: string) => () => new WireError("InvalidParameterValueException", message);

export const lambda: WireService = {
  prefix: "lambda",
  signingName: "lambda",
  protocol: restJson,
  routes: {
    "GET /2015-03-31/functions": "ListFunctions",
    "GET /2015-03-31/event-source-mappings": "ListEventSourceMappings",
  },
  dialect: lambdaDialect,
  operations: {
    ListFunctions: operation(async () => (await load()).ListFunctions$, listFunctions),
    ListEventSourceMappings: operation(
      async () => (await load()).ListEventSourceMappings$,
      listEventSourceMappings,
    ),
  },
};

/**
 * A page holds 50 at most, whatever is asked for.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html
 */
function listFunctions(
  { MaxItems, Marker }: ListFunctionsCommandInput,
  context: WireContext,
): Answer<ListFunctionsCommandOutput> {
  const { items, nextToken } = page("lambda:ListFunctions", MaxItems, Marker, functionsIn(context));
  return { Functions: items, NextMarker: nextToken };
}

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html */
function listEventSourceMappings(
  { MaxItems, Marker, EventSourceArn: source }: ListEventSourceMappingsCommandInput,
  context: WireContext,
): Answer<ListEventSourceMappingsCommandOutput> {
  const all = regionOf(lambdaDialect, context).workloads.eventSourceMappings;
  const picked = all.filter(({ EventSourceArn }) => source === undefined || EventSourceArn === source);
  const { items, nextToken } = page("lambda:ListEventSourceMappings", MaxItems, Marker, picked);
  return { EventSourceMappings: items, NextMarker: nextToken };
}

function functionsIn(context: WireContext) {
  return regionOf(lambdaDialect, context).workloads.functions;
}

function page<Item>(
  name: string,
  asked: number | undefined,
  token: string | undefined,
  items: readonly Item[],
) {
  const range = { max: 10_000, default: 50, capAt: 50, invalid: invalid("MaxItems must be 1 to 10000.") };
  return pageOf(items, {
    operation: name,
    token,
    limit: pageSize(asked, range),
    invalidToken: invalid("The Marker is invalid."),
  });
}
