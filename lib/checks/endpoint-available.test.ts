import { describe, expect, it } from "vitest";
import type { VpcEndpoint } from "@/lib/model/network";
import type { AccountSnapshot, RegionSnapshot } from "@/lib/model/snapshot";
import { accountId, denied, deniedGap, read, region } from "@/lib/model/test-place";
import { buildEndpoint, buildSubnets, endpointId, subnetIds, vpcId } from "@/lib/model/test-network";
import { endpointAvailable } from "@/lib/checks/endpoint-available";
import { verdictOf, verdictsOf } from "@/lib/checks/test-verdicts";

function verdictOn(
  endpoint: Partial<VpcEndpoint>,
  change: Partial<RegionSnapshot> = {},
  account: Partial<AccountSnapshot> = {},
) {
  const regionChange = { vpcEndpoints: read([buildEndpoint(endpoint)]), ...change };
  return verdictOf(endpointAvailable, { region: regionChange, account });
}

it("passes an endpoint that is available, in two zones, with private DNS", () => {
  expect(verdictOn({})).toMatchObject({
    status: "pass",
    subject: { scope: "endpoint", accountId, region, id: endpointId },
  });
});

it("judges each endpoint of the Region", () => {
  const vpcEndpoints = read([buildEndpoint(), buildEndpoint({ id: "vpce-2", state: read("pending") })]);
  expect(verdictsOf(endpointAvailable, { region: { vpcEndpoints } }).map(({ status }) => status)).toEqual([
    "pass",
    "fail",
  ]);
});

it("is not applicable in a Region without an endpoint", () => {
  expect(verdictOf(endpointAvailable, { region: { vpcEndpoints: read([]) } })).toMatchObject({
    status: "not-applicable",
    subject: { scope: "endpoint", region, id: region },
    evidence: `There is no VPC endpoint for Kinesis Data Streams in ${region}.`,
  });
});

it("does not take endpoints that were not listed for none", () => {
  expect(
    verdictOf(endpointAvailable, { region: { vpcEndpoints: denied("ec2:DescribeVpcEndpoints") } }),
  ).toMatchObject({
    status: "unknown",
    subject: { scope: "endpoint", id: region },
    gaps: [deniedGap("ec2:DescribeVpcEndpoints")],
  });
});

describe("state", () => {
  it.each(["pending", "pendingAcceptance", "deleting", "rejected", "failed"])("%s fails", (state) => {
    expect(verdictOn({ state: read(state) })).toMatchObject({
      status: "fail",
      severity: "medium",
      causes: [{ kind: "endpoint", id: `${endpointId}#state` }],
    });
  });

  it("Available passes with a capital, as the documentation has it", () => {
    expect(verdictOn({ state: read("Available") }).status).toBe("pass");
  });

  it("that was not read is unknown", () => {
    expect(verdictOn({ state: denied("x") })).toMatchObject({ status: "unknown", gaps: [deniedGap("x")] });
  });
});

describe("zones", () => {
  it("fails where both subnets are in one", () => {
    expect(verdictOn({}, { subnets: read(buildSubnets([`${region}a`, `${region}a`])) })).toMatchObject({
      status: "fail",
      causes: [
        {
          id: `${endpointId}#zones`,
          label: `${endpointId} stands in one Availability Zone only, ${region}a.`,
        },
      ],
    });
  });

  it("fails with fewer than two subnets, without asking for their zones", () => {
    const subnets = denied("ec2:DescribeSubnets");
    for (const few of [[], [subnetIds[0]]])
      expect(verdictOn({ subnetIds: read(few) }, { subnets })).toMatchObject({ status: "fail" });
  });

  it("is unknown where the subnets were not read", () => {
    expect(verdictOn({ subnetIds: denied("x") })).toMatchObject({ status: "unknown" });
    expect(verdictOn({}, { subnets: denied("ec2:DescribeSubnets") })).toMatchObject({ status: "unknown" });
  });

  it("is unknown where a subnet that is not listed could be the second zone", () => {
    expect(verdictOn({}, { subnets: read(buildSubnets().slice(0, 1)) })).toMatchObject({
      status: "unknown",
      gaps: [
        {
          action: "ec2:DescribeSubnets",
          reason: "not-collected",
          message: expect.stringContaining(subnetIds[1]),
        },
      ],
    });
  });

  it("passes with two zones, whatever a third subnet is", () => {
    expect(verdictOn({ subnetIds: read([...subnetIds, "subnet-other"]) }).status).toBe("pass");
  });
});

describe("private DNS that is off", () => {
  const offDns = { privateDnsEnabled: read(false) };
  const names = ["kinesis", "data-kinesis", "control-kinesis"].map(
    (name) => `${name}.${region}.amazonaws.com`,
  );
  const zones = (zoneNames: string[]) => ({ hostedZones: read([{ vpcId, zoneNames: read(zoneNames) }]) });

  it("passes with private zones for all three names", () => {
    expect(verdictOn(offDns, zones(names)).status).toBe("pass");
  });

  it.each(names)("fails without a zone for %s, and names it", (name) => {
    expect(verdictOn(offDns, zones(names.filter((other) => other !== name)))).toMatchObject({
      status: "fail",
      causes: [
        {
          id: `${endpointId}#private-dns`,
          label: `Private DNS of ${endpointId} is off, and ${vpcId} has no private hosted zone for ${name}.`,
        },
      ],
    });
  });

  it("passes with zones for this account's part of the names", () => {
    const own = [names[0]!, `${accountId}.${names[1]}`, `*.${names[2]}`];
    expect(verdictOn(offDns, zones(own)).status).toBe("pass");
    const foreign = own.map((name) => name.replace(accountId, "222233334444"));
    expect(verdictOn(offDns, zones(foreign)).status).toBe("fail");
  });

  it("asks a FIPS endpoint for the FIPS names", () => {
    const fips = { ...offDns, serviceName: `com.amazonaws.${region}.kinesis-streams-fips` };
    expect(verdictOn(fips, zones(names)).status).toBe("fail");
    expect(
      verdictOn(fips, zones(names.map((name) => name.replace("kinesis.", "kinesis-fips.")))).status,
    ).toBe("pass");
  });

  it("asks for China's names in China", () => {
    const china = { partition: "aws-cn" };
    expect(verdictOn(offDns, zones(names), china).status).toBe("fail");
    expect(verdictOn(offDns, zones(names.map((name) => `${name}.cn`)), china).status).toBe("pass");
  });

  it.each([
    { hostedZones: denied("route53:ListHostedZonesByVPC"), reason: "access-denied" },
    {
      hostedZones: read([{ vpcId, zoneNames: denied("route53:ListHostedZonesByVPC") }]),
      reason: "access-denied",
    },
    { hostedZones: read([{ vpcId: "vpc-other", zoneNames: read(names) }]), reason: "not-collected" },
  ])("is unknown where the zones were not read: $reason", ({ hostedZones, reason }) => {
    expect(verdictOn(offDns, { hostedZones })).toMatchObject({
      status: "unknown",
      gaps: [{ action: "route53:ListHostedZonesByVPC", reason }],
    });
  });

  it("is unknown where nobody says whether it is on", () => {
    expect(verdictOn({ privateDnsEnabled: denied("x") })).toMatchObject({ status: "unknown" });
  });
});

it("fails for what is proven, and lists beside it what was not read", () => {
  expect(verdictOn({ state: read("failed"), privateDnsEnabled: denied("x") })).toMatchObject({
    status: "fail",
    gaps: [deniedGap("x")],
  });
});
