import type { SecurityGroupRule, VpcEndpoint } from "@/lib/model/network";
import type { Gap } from "@/lib/model/observed";
import type { RegionParts } from "@/lib/model/snapshot";
import { isEveryIpv4, isEveryIpv6 } from "@/lib/checks/security-group-rules";

/** The blocks of every address that a rule is open to, and what could not be read of it. */
export interface Openness {
  readonly to: readonly string[];
  readonly gaps: readonly Gap[];
}

/** `::/0` counts where the endpoint has IPv6 addresses; prefix lists count by their entries. */
export function findOpenness(
  rule: SecurityGroupRule,
  endpoint: VpcEndpoint,
  { prefixLists }: Pick<RegionParts, "prefixLists">,
): Openness {
  const lists = rule.prefixListIds.map((id) => entriesOf(id, prefixLists, endpoint.region));
  const blocks = [
    ...rule.cidrBlocks,
    ...rule.ipv6CidrBlocks,
    ...lists.flatMap(({ cidrBlocks }) => cidrBlocks),
  ];
  const everyIpv6 = blocks.filter(isEveryIpv6);
  const { ipAddressType } = endpoint;
  const gaps = lists.flatMap((list) => list.gaps);
  if (everyIpv6.length > 0 && !ipAddressType.known) gaps.push(ipAddressType.gap);
  const hasIpv6 = ipAddressType.known && ipAddressType.value.toLowerCase() !== "ipv4";
  return { to: [...blocks.filter(isEveryIpv4), ...(hasIpv6 ? everyIpv6 : [])], gaps };
}

function entriesOf(
  id: string,
  prefixLists: RegionParts["prefixLists"],
  region: string,
): { cidrBlocks: readonly string[]; gaps: Gap[] } {
  if (!prefixLists.known) return { cidrBlocks: [], gaps: [prefixLists.gap] };
  const list = prefixLists.value.find((each) => each.id === id);
  if (!list) {
    const message = `The entries of the prefix list ${id} were not asked for.`;
    const action = "ec2:GetManagedPrefixListEntries";
    return { cidrBlocks: [], gaps: [{ action, reason: "not-collected", message, resource: id, region }] };
  }
  const { cidrBlocks } = list;
  return cidrBlocks.known
    ? { cidrBlocks: cidrBlocks.value, gaps: [] }
    : { cidrBlocks: [], gaps: [cidrBlocks.gap] };
}
