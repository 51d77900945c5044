import "server-only";
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
import { ListHostedZonesByVPCCommand, type VPCRegion } from "@aws-sdk/client-route-53";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import type { Attempts } from "@/lib/collectors/preflight/attempts";

/** The smallest page that all of EC2's lists take. */
const page = { MaxResults: 5 };
const some = z.array(z.unknown());

export async function tryNetwork(context: CallContext, attempts: Attempts): Promise<void> {
  const { ec2 } = context.clients;
  await Promise.all([
    attempts.try(calls.describeRegions, {
      schema: z.object({ Regions: some }),
      send: (options) => ec2.send(new DescribeRegionsCommand({ AllRegions: false }), options),
    }),
    attempts.try(calls.describeVpcEndpoints, {
      schema: z.object({ VpcEndpoints: some }),
      send: (options) => ec2.send(new DescribeVpcEndpointsCommand(page), options),
    }),
    attempts.try(calls.describeSecurityGroups, {
      schema: z.object({ SecurityGroups: some }),
      send: (options) => ec2.send(new DescribeSecurityGroupsCommand(page), options),
    }),
    attempts.try(calls.describeSubnets, {
      schema: z.object({ Subnets: some }),
      send: (options) => ec2.send(new DescribeSubnetsCommand(page), options),
    }),
    attempts.try(calls.describeRouteTables, {
      schema: z.object({ RouteTables: some }),
      send: (options) => ec2.send(new DescribeRouteTablesCommand(page), options),
    }),
    tryHostedZones(context, attempts),
    tryPrefixLists(context, attempts),
  ]);
}

async function tryHostedZones({ clients, region }: CallContext, attempts: Attempts): Promise<void> {
  const listed = await attempts.try(calls.describeVpcs, {
    schema: z.object({ Vpcs: z.array(z.object({ VpcId: z.string() })) }),
    send: (options) => clients.ec2.send(new DescribeVpcsCommand(page), options),
  });
  const VPCId = listed?.Vpcs[0]?.VpcId;
  if (VPCId === undefined) {
    attempts.skip([calls.listHostedZonesByVpc], `No VPC is known in ${region} to try it on.`);
    return;
  }
  // The SDK's type lists the Regions that there were when it was built; AWS opens new ones.
  const VPCRegion = z.custom<VPCRegion>((name) => typeof name === "string").parse(region);
  await attempts.try(calls.listHostedZonesByVpc, {
    resource: VPCId,
    schema: z.object({ HostedZoneSummaries: some }),
    send: (options) =>
      clients.route53.send(new ListHostedZonesByVPCCommand({ VPCId, VPCRegion, MaxItems: 1 }), options),
  });
}

async function tryPrefixLists({ clients: { ec2 }, region }: CallContext, attempts: Attempts): Promise<void> {
  const listed = await attempts.try(calls.describeManagedPrefixLists, {
    schema: z.object({ PrefixLists: z.array(z.object({ PrefixListId: z.string() })) }),
    send: (options) => ec2.send(new DescribeManagedPrefixListsCommand(page), options),
  });
  const PrefixListId = listed?.PrefixLists[0]?.PrefixListId;
  if (PrefixListId === undefined) {
    attempts.skip([calls.getManagedPrefixListEntries], `No prefix list is known in ${region} to try it on.`);
    return;
  }
  await attempts.try(calls.getManagedPrefixListEntries, {
    resource: PrefixListId,
    schema: z.object({ Entries: some }),
    send: (options) => ec2.send(new GetManagedPrefixListEntriesCommand({ PrefixListId, ...page }), options),
  });
}
