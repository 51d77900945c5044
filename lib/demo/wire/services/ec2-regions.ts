import type { DescribeRegionsCommandInput, DescribeRegionsCommandOutput, Region } from "@aws-sdk/client-ec2";
import { WireError } from "../wire-error";
import type { Answer, WireContext } from "../wire-service";
import { applyFilters, type FilterValues } from "./ec2-filter";

/** @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html (enabled by default) */
const enabledByDefault: ReadonlySet<string> = new Set(
  (
    "us-east-1 us-east-2 us-west-1 us-west-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 " +
    "ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1"
  ).split(" "),
);

/** Regions have no tags. */
type Listed = Region & { readonly Tags?: undefined };

const filters: FilterValues<Listed> = {
  "region-name": ({ RegionName }) => RegionName,
  endpoint: ({ Endpoint }) => Endpoint,
  "opt-in-status": ({ OptInStatus }) => OptInStatus,
};

/** The enabled Regions. The facts know no others, so `AllRegions` adds none. */
export function describeRegions(
  { RegionNames = [], Filters }: DescribeRegionsCommandInput,
  { account }: WireContext,
): Answer<DescribeRegionsCommandOutput> {
  const unknown = RegionNames.find((name) => !Object.hasOwn(account.regions, name));
  if (unknown !== undefined) throw new WireError("InvalidParameterValue", `Invalid region: '${unknown}'`);
  const regions = Object.keys(account.regions)
    .filter((name) => RegionNames.length === 0 || RegionNames.includes(name))
    .map(toRegion);
  return { Regions: applyFilters(regions, Filters, filters) };
}

function toRegion(name: string): Listed {
  return {
    RegionName: name,
    Endpoint: `ec2.${name}.amazonaws.com`,
    OptInStatus: enabledByDefault.has(name) ? "opt-in-not-required" : "opted-in",
  };
}
