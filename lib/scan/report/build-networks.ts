import type { ReportNetwork } from "@/lib/model/report";
import type { RegionSnapshot, Snapshot } from "@/lib/model/snapshot";

export function buildNetworks(snapshot: Snapshot): ReportNetwork[] {
  return snapshot.accounts.flatMap(({ accountId, regions }) =>
    regions.map((region) => networkOf(accountId, region)),
  );
}

function networkOf(
  accountId: string,
  { region, vpcEndpoints, securityGroups, subnets, vpcs, routeTables }: RegionSnapshot,
): ReportNetwork {
  return { accountId, region, vpcEndpoints, securityGroups, subnets, vpcs, routeTables };
}
