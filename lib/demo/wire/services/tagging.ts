import type {
  GetResourcesCommandInput,
  GetResourcesCommandOutput,
  ResourceTagMapping,
  TagFilter,
} from "@aws-sdk/client-resource-groups-tagging-api";
import type { StreamFacts } from "../../account-facts";
import { pageOf, pageSize } from "../page";
import { taggingDialect } from "../dialects";
import { awsJson } from "../protocols/aws-json";
import { WireError } from "../wire-error";
import { type Answer, operation, regionOf, type WireContext, type WireService } from "../wire-service";

const load = () => import("@aws-sdk/client-resource-groups-tagging-api");

export const tagging: WireService = {
  prefix: "tag",
  signingName: "tagging",
  protocol: awsJson,
  target: "ResourceGroupsTaggingAPI_20170126",
  dialect: taggingDialect,
  operations: { GetResources: operation(async () => (await load()).GetResources$, getResources) },
};

const invalid = (message: string) => () => new WireError("InvalidParameterException", message);

/** Of the tagged resources of an account, its streams; AWS leaves out those that never had a tag. */
function getResources(
  input: GetResourcesCommandInput,
  context: WireContext,
): Answer<GetResourcesCommandOutput> {
  const { ResourceTypeFilters, ResourceARNList, TagFilters = [] } = input;
  if (ResourceARNList && ResourceTypeFilters)
    throw invalid("ResourceARNList excludes ResourceTypeFilters.")();
  const wanted =
    ResourceTypeFilters === undefined ||
    ResourceTypeFilters.length === 0 ||
    ResourceTypeFilters.some((type) => type === "kinesis" || type === "kinesis:stream");
  const tagged = (wanted ? regionOf(taggingDialect, context).streams : [])
    .filter(({ tags }) => Object.keys(tags).length > 0)
    .filter(({ tags }) => TagFilters.every((filter) => matches(filter, tags)))
    .filter(({ summary }) => !ResourceARNList || ResourceARNList.includes(summary.StreamARN ?? ""));
  const { items, nextToken } = pageOf(tagged, {
    operation: "tag:GetResources",
    token: input.PaginationToken,
    limit: pageSize(input.ResourcesPerPage, {
      max: 100,
      default: 100,
      invalid: invalid("ResourcesPerPage is 1 to 100."),
    }),
    invalidToken: invalid("PaginationToken is invalid."),
  });
  return { ResourceTagMappingList: items.map(toMapping), PaginationToken: nextToken ?? "" };
}

function matches({ Key, Values = [] }: TagFilter, tags: Readonly<Record<string, string>>): boolean {
  const value = Object.entries(tags).find(([key]) => key === Key)?.[1];
  return value !== undefined && (Values.length === 0 || Values.includes(value));
}

function toMapping({ summary, tags }: StreamFacts): ResourceTagMapping {
  return {
    ResourceARN: summary.StreamARN,
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  };
}
