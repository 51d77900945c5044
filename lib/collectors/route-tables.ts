import "server-only";
import { DescribeRouteTablesCommand } from "@aws-sdk/client-ec2";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { readEc2List } from "@/lib/collectors/ec2-pages";
import { present } from "@/lib/collectors/present";
import { compareText } from "@/lib/collectors/read-pages";
import type { RouteTable } from "@/lib/model/network";
import type { Observed } from "@/lib/model/observed";

const text = z.string().nullish();

const routeSchema = z.object({
  DestinationCidrBlock: text,
  DestinationIpv6CidrBlock: text,
  DestinationPrefixListId: text,
  GatewayId: text,
  NatGatewayId: text,
  TransitGatewayId: text,
  VpcPeeringConnectionId: text,
  EgressOnlyInternetGatewayId: text,
  LocalGatewayId: text,
  CarrierGatewayId: text,
  CoreNetworkArn: text,
  NetworkInterfaceId: text,
  InstanceId: text,
  State: text,
});
const answerSchema = z.object({
  RouteTables: z.array(
    z.object({
      RouteTableId: z.string(),
      VpcId: z.string(),
      Associations: z.array(z.object({ Main: z.boolean().nullish(), SubnetId: text })),
      Routes: z.array(routeSchema),
    }),
  ),
  NextToken: text,
});

type RouteAnswer = z.infer<typeof routeSchema>;
type Route = RouteTable["routes"][number];

/** The route tables of a Region's VPCs. */
export function collectRouteTables(context: CallContext): Promise<Observed<RouteTable[]>> {
  const { aws, clients, region } = context;
  return aws.observe(calls.describeRouteTables, { region }, async () => {
    const tables = await readEc2List(context, {
      call: calls.describeRouteTables,
      schema: answerSchema,
      send: (page, options) => clients.ec2.send(new DescribeRouteTablesCommand(page), options),
      pageOf: ({ RouteTables, NextToken }) => ({ items: RouteTables, next: NextToken }),
      keyOf: ({ RouteTableId }) => RouteTableId,
      // DescribeRouteTables takes at most this many.
      pageSize: 100,
    });
    return tables.map(({ RouteTableId, VpcId, Associations, Routes }) => ({
      id: RouteTableId,
      vpcId: VpcId,
      isMain: Associations.some(({ Main }) => Main === true),
      subnetIds: Associations.flatMap(({ SubnetId }) => SubnetId ?? []).toSorted(),
      routes: Routes.map(toRoute).toSorted((a, b) => compareText(a.destination, b.destination)),
    }));
  });
}

/** What AWS does not name, or names in a way that is newer than this list, is said to be "unrecognised". */
function toRoute(route: RouteAnswer): Route {
  const destination =
    route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId;
  return {
    destination: destination ?? "unrecognised",
    target: gatewayOf(route) ?? interfaceOf(route) ?? "unrecognised",
    ...present({ state: route.State }),
  };
}

function gatewayOf(route: RouteAnswer): string | null | undefined {
  return (
    route.GatewayId ??
    route.NatGatewayId ??
    route.TransitGatewayId ??
    route.VpcPeeringConnectionId ??
    route.EgressOnlyInternetGatewayId ??
    route.LocalGatewayId ??
    route.CarrierGatewayId ??
    route.CoreNetworkArn
  );
}

function interfaceOf({ NetworkInterfaceId, InstanceId }: RouteAnswer): string | null | undefined {
  return NetworkInterfaceId ?? InstanceId;
}
