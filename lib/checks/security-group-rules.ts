import type { SecurityGroupRule } from "@/lib/model/network";

/** The port that an endpoint listens on. */
const httpsPort = 443;

/** Whether a rule lets HTTPS in: all protocols, or TCP with 443 in its range. */
export function admitsHttps({ protocol, fromPort = 0, toPort = 65_535 }: SecurityGroupRule): boolean {
  if (protocol === "-1") return true;
  return (protocol === "tcp" || protocol === "6") && fromPort <= httpsPort && httpsPort <= toPort;
}

const icmpProtocols = new Set(["icmp", "icmpv6", "1", "58"]);

/** ICMP has no ports, and path MTU discovery needs it. */
export function hasPorts({ protocol }: SecurityGroupRule): boolean {
  return !icmpProtocols.has(protocol);
}

/** Whether a rule admits anybody at all. */
export function hasSource(rule: SecurityGroupRule): boolean {
  const { cidrBlocks, ipv6CidrBlocks, prefixListIds, sourceGroupIds } = rule;
  return [cidrBlocks, ipv6CidrBlocks, prefixListIds, sourceGroupIds].some((sources) => sources.length > 0);
}

/** Whether a block is the whole of the IPv4 addresses, however its address is written. */
export function isEveryIpv4(cidrBlock: string): boolean {
  return !cidrBlock.includes(":") && cidrBlock.endsWith("/0");
}

export function isEveryIpv6(cidrBlock: string): boolean {
  return cidrBlock.includes(":") && cidrBlock.endsWith("/0");
}

/** `tcp 22`, `tcp 0-442`. */
export function describePorts({ protocol, fromPort, toPort }: SecurityGroupRule): string {
  if (fromPort === undefined || toPort === undefined) return protocol;
  return fromPort === toPort ? `${protocol} ${fromPort}` : `${protocol} ${fromPort}-${toPort}`;
}
