import { describe, expect, it } from "vitest";
import type { SecurityGroup, SecurityGroupRule, VpcEndpoint } from "@/lib/model/network";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import { denied, deniedGap, read } from "@/lib/model/test-place";
import {
  buildEndpoint,
  buildRule,
  buildSecurityGroup,
  endpointId,
  securityGroupId,
  vpcId,
} from "@/lib/model/test-network";
import { endpointSecurityGroup } from "@/lib/checks/endpoint-security-group";
import { verdictOf } from "@/lib/checks/test-verdicts";

interface Change {
  readonly rules?: Partial<SecurityGroupRule>[];
  readonly group?: Partial<SecurityGroup>;
  readonly endpoint?: Partial<VpcEndpoint>;
  readonly region?: Partial<RegionSnapshot>;
}

function verdictOn({ rules = [{}], group, endpoint, region }: Change) {
  const securityGroups = [buildSecurityGroup({ inboundRules: rules.map(buildRule), ...group })];
  const vpcEndpoints = read([buildEndpoint(endpoint)]);
  return verdictOf(endpointSecurityGroup, {
    region: { vpcEndpoints, securityGroups: read(securityGroups), ...region },
  });
}

const none = { cidrBlocks: [] };
const everyIpv4 = { cidrBlocks: ["0.0.0.0/0"] };
const everyIpv6 = { cidrBlocks: [], ipv6CidrBlocks: ["::/0"] };

it("passes a group that admits port 443 from named sources", () => {
  expect(verdictOn({})).toMatchObject({
    status: "pass",
    subject: { scope: "endpoint", id: endpointId },
    evidence: `${securityGroupId} on ${endpointId} admits port 443 from named sources only.`,
  });
  expect(verdictOn({ rules: [{ ...none, sourceGroupIds: ["sg-clients"] }] }).status).toBe("pass");
});

describe("port 443 open to every IPv4 address fails", () => {
  it.each([
    { rule: { ...everyIpv4 }, as: "tcp 443" },
    { rule: { ...everyIpv4, fromPort: 0, toPort: 65_535 }, as: "tcp 0-65535" },
    { rule: { ...everyIpv4, fromPort: 443, toPort: 444 }, as: "tcp 443-444" },
    { rule: { ...everyIpv4, fromPort: 442, toPort: 443 }, as: "tcp 442-443" },
    { rule: { ...everyIpv4, protocol: "6" }, as: "protocol number 6" },
    { rule: { ...everyIpv4, protocol: "-1", fromPort: -1, toPort: -1 }, as: "all traffic" },
    { rule: { cidrBlocks: ["10.0.0.0/8", "1.2.3.4/0"] }, as: "any block of prefix length 0" },
  ])("as $as", ({ rule }) => {
    expect(verdictOn({ rules: [rule] })).toMatchObject({
      status: "fail",
      severity: "medium",
      causes: [{ kind: "security-group", id: `${securityGroupId}#https` }],
    });
  });

  it("and without ports, which means all of them", () => {
    const { fromPort: _from, toPort: _to, ...rule } = buildRule(everyIpv4);
    expect(verdictOn({ group: { inboundRules: [rule] } })).toMatchObject({
      status: "fail",
      severity: "medium",
    });
  });

  it("says to what, once", () => {
    expect(verdictOn({ rules: [everyIpv4, everyIpv4] }).evidence).toBe(
      `${securityGroupId} opens port 443 to 0.0.0.0/0.`,
    );
  });
});

describe("every IPv6 address", () => {
  const rules = [{}, everyIpv6];

  it.each(["dualstack", "ipv6"])("fails on a %s endpoint", (type) => {
    expect(verdictOn({ rules, endpoint: { ipAddressType: read(type) } })).toMatchObject({
      status: "fail",
      evidence: `${securityGroupId} opens port 443 to ::/0.`,
    });
  });

  it("reaches no endpoint of IPv4 alone", () => {
    expect(verdictOn({ rules }).status).toBe("pass");
  });

  it("is unknown where nobody says which addresses the endpoint has", () => {
    const endpoint = { ipAddressType: denied("ec2:DescribeVpcEndpoints") };
    expect(verdictOn({ rules, endpoint })).toMatchObject({ status: "unknown" });
    expect(verdictOn({ endpoint })).toMatchObject({ status: "pass" });
  });
});

describe("prefix lists", () => {
  const rules = [{ ...none, prefixListIds: ["pl-1"] }];
  const list = (cidrBlocks: string[]) => read([{ id: "pl-1", cidrBlocks: read(cidrBlocks) }]);

  it("pass by their entries", () => {
    expect(verdictOn({ rules, region: { prefixLists: list(["10.0.0.0/8"]) } }).status).toBe("pass");
  });

  it("fail by an entry of every address", () => {
    expect(verdictOn({ rules, region: { prefixLists: list(["0.0.0.0/0"]) } })).toMatchObject({
      status: "fail",
      severity: "medium",
    });
    const endpoint = { ipAddressType: read("dualstack") };
    expect(verdictOn({ rules, endpoint, region: { prefixLists: list(["::/0"]) } }).status).toBe("fail");
  });

  it.each([
    { prefixLists: denied("ec2:DescribeManagedPrefixLists"), reason: "access-denied" },
    { prefixLists: read([]), reason: "not-collected" },
    {
      prefixLists: read([{ id: "pl-1", cidrBlocks: denied("ec2:GetManagedPrefixListEntries") }]),
      reason: "access-denied",
    },
  ])("are unknown where their entries were not read: $reason", ({ prefixLists, reason }) => {
    expect(verdictOn({ rules, region: { prefixLists } })).toMatchObject({
      status: "unknown",
      gaps: [{ reason }],
    });
  });
});

describe("an endpoint that nobody reaches fails", () => {
  const broken = [{ kind: "endpoint", id: `${endpointId}#no-https`, severity: "medium" }];

  it.each([
    { rules: [], as: "no rule" },
    { rules: [{ fromPort: 80, toPort: 80 }], as: "another port" },
    { rules: [{ fromPort: 444, toPort: 500 }], as: "a range above" },
    { rules: [{ protocol: "udp" }], as: "another protocol" },
    { rules: [none], as: "no source" },
  ])("with $as", ({ rules }) => {
    expect(verdictOn({ rules })).toMatchObject({ status: "fail", severity: "medium", causes: broken });
  });
});

describe("lesser faults are low", () => {
  it.each([
    { rule: { ...everyIpv4, fromPort: 22, toPort: 22 }, ports: "tcp 22" },
    { rule: { ...everyIpv4, fromPort: 8000, toPort: 9000 }, ports: "tcp 8000-9000" },
    { rule: { ...everyIpv4, protocol: "udp" }, ports: "udp 443" },
  ])("$ports open to every address", ({ rule, ports }) => {
    expect(verdictOn({ rules: [{}, rule] })).toMatchObject({
      status: "fail",
      severity: "low",
      causes: [
        {
          id: `${securityGroupId}#other-ports`,
          label: `${securityGroupId} opens ${ports} to every address.`,
        },
      ],
    });
  });

  it("a protocol without ports", () => {
    const { fromPort: _from, toPort: _to, ...rule } = buildRule({ ...everyIpv4, protocol: "50" });
    expect(verdictOn({ group: { inboundRules: [buildRule(), rule] } }).evidence).toBe(
      `${securityGroupId} opens 50 to every address.`,
    );
    const half = { ...rule, fromPort: 1 };
    expect(verdictOn({ group: { inboundRules: [buildRule(), half] } }).evidence).toBe(
      `${securityGroupId} opens 50 to every address.`,
    );
  });

  it("the VPC's default group", () => {
    expect(verdictOn({ group: { name: "default" } })).toMatchObject({
      status: "fail",
      severity: "low",
      causes: [
        { id: `${securityGroupId}#default`, label: `${securityGroupId} is the default group of ${vpcId}.` },
      ],
    });
  });

  it("but not another port for named sources, nor ICMP", () => {
    expect(verdictOn({ rules: [{}, { fromPort: 22, toPort: 22 }] }).status).toBe("pass");
    for (const protocol of ["icmp", "icmpv6", "1", "58"])
      expect(verdictOn({ rules: [{}, { ...everyIpv4, protocol }] }).status).toBe("pass");
  });
});

describe("several groups", () => {
  const endpoint = { securityGroupIds: read([securityGroupId, "sg-2"]) };
  const groups = (...second: Partial<SecurityGroupRule>[]) =>
    read([
      buildSecurityGroup({ inboundRules: [] }),
      buildSecurityGroup({ id: "sg-2", inboundRules: second.map(buildRule) }),
    ]);

  it("count together: one that admits port 443 is enough", () => {
    expect(verdictOn({ endpoint, region: { securityGroups: groups({}) } }).status).toBe("pass");
  });

  it("count together: one that is open is enough", () => {
    expect(verdictOn({ endpoint, region: { securityGroups: groups(everyIpv4) } })).toMatchObject({
      status: "fail",
      causes: [{ id: "sg-2#https" }],
    });
  });

  it("do not include those of other endpoints", () => {
    const securityGroups = read([buildSecurityGroup(), buildSecurityGroup({ id: "sg-9", name: "default" })]);
    expect(verdictOn({ region: { securityGroups } }).status).toBe("pass");
  });

  it("leave open what one says that is not listed", () => {
    const missing = [{ action: "ec2:DescribeSecurityGroups", reason: "not-collected", resource: "sg-2" }];
    expect(verdictOn({ endpoint })).toMatchObject({ status: "unknown", gaps: missing });
    expect(verdictOn({ endpoint, rules: [] })).toMatchObject({ status: "unknown", gaps: missing });
    expect(verdictOn({ endpoint, group: { name: "default" } })).toMatchObject({
      status: "fail",
      severity: "low",
      severityRange: { heaviest: "medium", lightest: "low" },
      gaps: missing,
    });
  });
});

describe("it does not guess", () => {
  it("the groups of an endpoint, nor their rules", () => {
    expect(verdictOn({ endpoint: { securityGroupIds: denied("x") } }).gaps).toEqual([deniedGap("x")]);
    expect(verdictOn({ region: { securityGroups: denied("y") } }).gaps).toEqual([deniedGap("y")]);
  });

  it("that an endpoint without a group is broken: there is none", () => {
    expect(verdictOn({ endpoint: { securityGroupIds: read([]) } })).toMatchObject({
      status: "unknown",
      gaps: [{ action: "ec2:DescribeVpcEndpoints", reason: "empty" }],
    });
  });
});
