import {
  DescribeManagedPrefixListsCommand,
  DescribeRegionsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  GetManagedPrefixListEntriesCommand,
} from "@aws-sdk/client-ec2";
import { describe, expect, it } from "vitest";
import { buildTestAccount } from "../test-account";
import { answered, buildClients, errorName, useWireServer } from "../test-clients";
import { testNetwork } from "../test-network";

const wire = useWireServer(buildTestAccount());
const ec2 = () => wire.clients.ec2;

describe("EC2 describes", () => {
  it("answers what the Region holds", async () => {
    const { vpcs, subnets, securityGroups, routeTables, vpcEndpoints, prefixLists } = testNetwork;
    expect(answered(await ec2().send(new DescribeVpcsCommand({})))).toEqual({ Vpcs: vpcs });
    expect(answered(await ec2().send(new DescribeSubnetsCommand({})))).toEqual({ Subnets: subnets });
    expect(answered(await ec2().send(new DescribeSecurityGroupsCommand({})))).toEqual({
      SecurityGroups: securityGroups,
    });
    expect(answered(await ec2().send(new DescribeRouteTablesCommand({})))).toEqual({
      RouteTables: routeTables,
    });
    expect(answered(await ec2().send(new DescribeVpcEndpointsCommand({})))).toEqual({
      VpcEndpoints: vpcEndpoints.map((endpoint) =>
        Object.assign({}, endpoint, endpoint.State && { State: "available" }),
      ),
    });
    expect(answered(await ec2().send(new DescribeManagedPrefixListsCommand({})))).toEqual({
      PrefixLists: prefixLists.map(({ list }) => list),
    });
  });

  it("picks by id, and names the id that does not exist", async () => {
    expect((await ec2().send(new DescribeVpcsCommand({ VpcIds: ["vpc-2"] }))).Vpcs).toEqual([
      testNetwork.vpcs[1],
    ]);
    const names = await Promise.all([
      errorName(ec2().send(new DescribeVpcsCommand({ VpcIds: ["vpc-9"] }))),
      errorName(ec2().send(new DescribeSubnetsCommand({ SubnetIds: ["subnet-1", "subnet-9"] }))),
      errorName(ec2().send(new DescribeSecurityGroupsCommand({ GroupIds: ["sg-9"] }))),
      errorName(ec2().send(new DescribeRouteTablesCommand({ RouteTableIds: ["rtb-9"] }))),
      errorName(ec2().send(new DescribeVpcEndpointsCommand({ VpcEndpointIds: ["vpce-9"] }))),
      errorName(ec2().send(new GetManagedPrefixListEntriesCommand({ PrefixListId: "pl-9" }))),
    ]);
    expect(names).toEqual([
      "InvalidVpcID.NotFound",
      "InvalidSubnetID.NotFound",
      "InvalidGroup.NotFound",
      "InvalidRouteTableID.NotFound",
      "InvalidVpcEndpointId.NotFound",
      "InvalidPrefixListID.NotFound",
    ]);
  });

  it.each([
    { filters: { "service-name": ["com.amazonaws.eu-central-1.kinesis-streams"] }, ids: ["vpce-1"] },
    { filters: { "service-name": ["*kinesis*"] }, ids: ["vpce-1"] },
    { filters: { "service-name": ["com.amazonaws.??-central-1.s?"] }, ids: ["vpce-2"] },
    { filters: { "service-name": ["com?amazonaws"] }, ids: [] },
    { filters: { "service-name": ["comXamazonaws.eu-central-1.s3"] }, ids: [] },
    { filters: { "vpc-id": ["vpc-1", "vpc-2"] }, ids: ["vpce-1", "vpce-2"] },
    { filters: { "vpc-id": ["vpc-1"], "vpc-endpoint-type": ["Gateway"] }, ids: [] },
    { filters: { "vpc-endpoint-state": ["available"] }, ids: ["vpce-1"] },
    { filters: { "tag:Owner": ["Team*"] }, ids: ["vpce-1"] },
    { filters: { "tag-key": ["Nobody"] }, ids: [] },
  ])("filters endpoints by $filters: $ids", async ({ filters, ids }) => {
    const Filters = Object.entries(filters).map(([Name, Values]) => ({ Name, Values }));
    const { VpcEndpoints } = await ec2().send(new DescribeVpcEndpointsCommand({ Filters }));
    expect(VpcEndpoints?.map(({ VpcEndpointId }) => VpcEndpointId)).toEqual(ids);
  });

  it("refuses a filter that it does not know, rather than ignore it", async () => {
    const Filters = [{ Name: "constructor", Values: ["x"] }];
    expect(await errorName(ec2().send(new DescribeVpcsCommand({ Filters })))).toBe("InvalidParameterValue");
  });

  it("pages by MaxResults", async () => {
    const first = await ec2().send(new DescribeVpcEndpointsCommand({ MaxResults: 1 }));
    expect(first.VpcEndpoints).toMatchObject([{ VpcEndpointId: "vpce-1" }]);
    const last = await ec2().send(
      new DescribeVpcEndpointsCommand({ MaxResults: 5000, NextToken: first.NextToken }),
    );
    expect(answered(last)).toEqual({ VpcEndpoints: [testNetwork.vpcEndpoints[1]] });
  });

  it.each([{ MaxResults: 4 }, { MaxResults: 1001 }, { NextToken: "garbage" }])(
    "refuses %j for VPCs",
    async (input) => {
      expect(await errorName(ec2().send(new DescribeVpcsCommand(input)))).toBe("InvalidParameterValue");
    },
  );

  it("gives a prefix list's entries 100 a page", async () => {
    const { entries } = testNetwork.prefixLists[0]!;
    const first = await ec2().send(new GetManagedPrefixListEntriesCommand({ PrefixListId: "pl-1" }));
    expect(first.Entries).toEqual(entries.slice(0, 100));
    const next = { PrefixListId: "pl-1", NextToken: first.NextToken };
    const last = await ec2().send(new GetManagedPrefixListEntriesCommand(next));
    expect(answered(last)).toEqual({ Entries: entries.slice(100) });
  });

  it("says AuthFailure in a Region that is not enabled", async () => {
    const { ec2: elsewhere, destroy } = buildClients(wire.server.url, { region: "me-south-1" });
    expect(await errorName(elsewhere.send(new DescribeVpcsCommand({})))).toBe("AuthFailure");
    destroy();
  });
});

describe("DescribeRegions", () => {
  it("answers the enabled Regions", async () => {
    expect(answered(await ec2().send(new DescribeRegionsCommand({ AllRegions: false })))).toEqual({
      Regions: ["eu-central-1", "us-east-1"].map((RegionName) => ({
        RegionName,
        Endpoint: `ec2.${RegionName}.amazonaws.com`,
        OptInStatus: "opt-in-not-required",
      })),
    });
  });

  it("picks by name and by filter", async () => {
    const { Regions } = await ec2().send(new DescribeRegionsCommand({ RegionNames: ["us-east-1"] }));
    expect(Regions?.map(({ RegionName }) => RegionName)).toEqual(["us-east-1"]);
    const Filters = [{ Name: "opt-in-status", Values: ["opted-in"] }];
    expect((await ec2().send(new DescribeRegionsCommand({ Filters }))).Regions).toEqual([]);
    const unknown = ec2().send(new DescribeRegionsCommand({ RegionNames: ["mars-1"] }));
    expect(await errorName(unknown)).toBe("InvalidParameterValue");
  });
});
