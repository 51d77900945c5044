import type { VpcEndpoint } from "@/lib/model/network";
import type { Gap } from "@/lib/model/observed";
import type { Report } from "@/lib/model/report";

export interface VpcEndpointList {
  readonly total: number;
  readonly vpcEndpoints: readonly VpcEndpoint[];
  /** Where there may be more. */
  readonly gaps: readonly Gap[];
}

/** The endpoints of all Regions; a Region that could not be read is a gap, not an empty list. */
export function listVpcEndpoints({ networks }: Report): VpcEndpointList {
  const lists = networks.map((network) => network.vpcEndpoints);
  const vpcEndpoints = lists.flatMap((list) => (list.known ? list.value : []));
  return {
    total: vpcEndpoints.length,
    vpcEndpoints,
    gaps: lists.flatMap((list) => (list.known ? [] : list.gap)),
  };
}
