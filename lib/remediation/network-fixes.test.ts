import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/model/settings";
import { buildEndpoint } from "@/lib/model/test-network";
import { accountId, denied, read, region } from "@/lib/model/test-place";
import { findFix } from "@/lib/remediation/find-fix";
import { findingOf, fixFor, snapshotOf } from "@/lib/remediation/test-fix";

describe("the network, and who is told", () => {
  const open = { id: "sg-0a1", name: "kinesis-endpoint", vpcId: "vpc-0a1", description: "" };
  const rule = (change: object) => ({
    protocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrBlocks: [],
    ipv6CidrBlocks: [],
    prefixListIds: [],
    sourceGroupIds: [],
    ...change,
  });
  const everywhere = rule({ cidrBlocks: ["0.0.0.0/0", "10.9.0.0/16"], ipv6CidrBlocks: ["::/0"] });
  const snapshot = snapshotOf({
    securityGroups: read([{ ...open, inboundRules: [everywhere, rule({ cidrBlocks: ["10.1.0.0/16"] })] }]),
    vpcs: read([{ id: "vpc-0a1", isDefault: false, cidrBlock: "10.0.0.0/16" }]),
  });
  const finding = (side: string) => findingOf("KDS-NET-03", { kind: "security-group", id: `sg-0a1#${side}` });

  it("narrows a rule that is open to every address to the VPC, and leaves the others", () => {
    const fix = fixFor(finding("https"), snapshot);
    expect(fix.commands).toHaveLength(2);
    expect(fix.commands[0]).toContain("authorize-security-group-ingress");
    expect(fix.commands[0]).toContain("10.0.0.0/16");
    expect(fix.commands[1]).toContain('"CidrIp":"0.0.0.0/0"');
    expect(fix.commands[1]).toContain('"CidrIpv6":"::/0"');
    const groups = fix.apply(snapshot).accounts[0]?.regions[0]?.securityGroups;
    expect(groups).toMatchObject({
      value: [
        {
          inboundRules: [
            { cidrBlocks: ["10.9.0.0/16", "10.0.0.0/16"], ipv6CidrBlocks: [] },
            { cidrBlocks: ["10.1.0.0/16"] },
          ],
        },
      ],
    });
  });

  it("leaves a default group, one that lets nobody in, and a VPC without addresses to people", () => {
    for (const [cause, given] of [
      [finding("default"), snapshot],
      [findingOf("KDS-NET-03", { kind: "endpoint", id: "vpce-0a1#no-https" }), snapshot],
      [finding("https"), snapshotOf({ vpcs: denied("ec2:DescribeVpcs") })],
      [finding("https"), snapshotOf({ securityGroups: denied("ec2:DescribeSecurityGroups") })],
    ] as const)
      expect(findFix({ finding: cause, snapshot: given, settings: defaultSettings })).toBeUndefined();
  });

  it("makes a rule and a topic for the four events, in their Region alone", () => {
    const subjects = [{ scope: "region" as const, accountId, region, id: region }];
    const without = snapshotOf({ eventRules: read([]) });
    const fix = fixFor(findingOf("KDS-OPS-07", {}, { subjects }), without);
    expect(fix.commands.map((each) => each.split(" ").slice(1, 3).join(" "))).toEqual([
      "sns create-topic",
      "sns set-topic-attributes",
      "events put-rule",
      "events put-targets",
    ]);
    expect(fix.apply(without).accounts[0]?.regions[0]?.eventRules).toMatchObject({
      value: [{ name: "kinesis-exposure", state: "ENABLED", targetArns: { known: true } }],
    });
    const unread = snapshotOf({ eventRules: denied("events:ListRules") });
    expect(fix.apply(unread)).toEqual(unread);
  });
});

describe("a VPC without a way to Kinesis", () => {
  const cause = { kind: "setting" as const, id: "vpc vpc-0c3" };
  const subjects = [{ scope: "region" as const, accountId, region, id: region }];
  const finding = findingOf("KDS-NET-01", cause, { subjects });
  const subnet = (id: string, availabilityZone: string) => ({ id, vpcId: "vpc-0c3", availabilityZone });
  const vpcs = read([{ id: "vpc-0c3", isDefault: false, cidrBlock: "10.3.0.0/16" }]);
  const subnets = read([subnet("subnet-a", "a"), subnet("subnet-a2", "a"), subnet("subnet-b", "b")]);
  const snapshot = snapshotOf({ vpcs, subnets });

  it("gets an endpoint with a subnet of each zone, a security group and a policy of its own", () => {
    const fix = fixFor(finding, snapshot);
    expect(fix.commands).toHaveLength(3);
    expect(fix.commands[2]).toContain("--subnet-ids subnet-a2 subnet-b --private-dns-enabled");
    expect(fix.commands[2]).toContain("kinesis-streams ");
    expect(fix.announces.map(({ checkId }) => checkId)).toEqual([undefined]);
    const after = fix.apply(snapshot).accounts[0]?.regions[0];
    const before = snapshot.accounts[0]?.regions[0];
    const endpoints = after?.vpcEndpoints.known ? after.vpcEndpoints.value : [];
    expect(endpoints.at(-1)).toMatchObject({ vpcId: "vpc-0c3", state: { value: "available" } });
    expect(after?.securityGroups).toMatchObject({
      value: [...(before?.securityGroups.known ? before.securityGroups.value : []), { vpcId: "vpc-0c3" }],
    });
  });

  it("gets one for FIPS where that is declared, and is told where it has one zone alone", () => {
    const settings = { fipsAccountIds: [accountId] };
    const fix = fixFor(finding, snapshotOf({ vpcs, subnets: read([subnet("subnet-a", "a")]) }), settings);
    expect(fix.commands[2]).toContain("kinesis-streams-fips");
    expect(fix.announces.map(({ checkId }) => checkId)).toContain("KDS-NET-02");
  });

  it.each([
    { change: { vpcs: denied("ec2:DescribeVpcs") }, why: "its addresses were not read" },
    { change: { subnets: read([]) }, why: "no subnet of it is known" },
    { change: { subnets: denied("ec2:DescribeSubnets") }, why: "its subnets were not read" },
    { change: { securityGroups: denied("ec2:DescribeSecurityGroups") }, why: "groups were not read" },
    { change: { vpcEndpoints: denied("ec2:DescribeVpcEndpoints") }, why: "endpoints were not read" },
    { change: { vpcEndpoints: read([buildEndpoint({ vpcId: "vpc-0c3" })]) }, why: "it has one to mend" },
  ])("is left to people where $why", ({ change }) => {
    const given = snapshotOf({ vpcs, subnets, ...change });
    expect(findFix({ finding, snapshot: given, settings: defaultSettings })).toBeUndefined();
  });
});
