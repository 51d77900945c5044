import type { RegionFacts } from "../account-facts";

export type NetworkFacts = Pick<
  RegionFacts,
  "vpcs" | "subnets" | "securityGroups" | "routeTables" | "vpcEndpoints" | "prefixLists" | "hostedZones"
>;
