import type { Filter, Tag } from "@aws-sdk/client-ec2";
import type { RegionFacts } from "../../account-facts";
import { ec2Dialect } from "../dialects";
import { pageOf, pageSize } from "../page";
import { WireError } from "../wire-error";
import { regionOf, type WireContext } from "../wire-service";
import { applyFilters, type FilterValues } from "./ec2-filter";

export interface Listing<Resource> {
  readonly operation: string;
  /** The resources, or where they are in the Region's facts. */
  readonly resources: (facts: RegionFacts) => readonly Resource[];
  readonly idOf: (resource: Resource) => string | undefined;
  readonly notFoundCode: string;
  readonly filters: FilterValues<Resource>;
  readonly pageMin?: number;
  readonly pageMax?: number;
  /** Takes a larger number, and returns `pageMax`. */
  readonly cutsPage?: boolean;
}

interface ListRequest {
  readonly ids: readonly string[] | undefined;
  readonly Filters?: Filter[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

const invalidValue = (message: string) => () => new WireError("InvalidParameterValue", message);

/** How every `Describe*` of EC2 picks, filters and pages. Without MaxResults all resources come at once. */
export function describe<Resource extends { readonly Tags?: Tag[] | undefined }>(
  listing: Listing<Resource>,
  { ids = [], Filters, MaxResults, NextToken }: ListRequest,
  context: WireContext,
): { items: Resource[]; nextToken: string | undefined } {
  const all = listing.resources(regionOf(ec2Dialect, context));
  const missing = ids.find((id) => !all.some((resource) => listing.idOf(resource) === id));
  if (missing !== undefined) throw new WireError(listing.notFoundCode, `The ID '${missing}' does not exist`);
  if (ids.length > 0 && MaxResults !== undefined) {
    throw new WireError(
      "InvalidParameterCombination",
      "The parameter MaxResults cannot be used with a list of ids.",
    );
  }

  const { pageMin = 5, pageMax = 1000, cutsPage = false } = listing;
  const picked =
    ids.length === 0 ? all : all.filter((resource) => ids.includes(listing.idOf(resource) ?? ""));
  return pageOf(applyFilters(picked, Filters, listing.filters), {
    operation: listing.operation,
    token: NextToken,
    limit: pageSize(MaxResults, {
      min: pageMin,
      max: cutsPage ? Number.MAX_SAFE_INTEGER : pageMax,
      default: Number.MAX_SAFE_INTEGER,
      capAt: pageMax,
      invalid: invalidValue(`Value ( ${MaxResults} ) for parameter maxResults is invalid.`),
    }),
    invalidToken: invalidValue("Invalid value for parameter NextToken."),
  });
}
