import "server-only";
import { ListHostedZonesByVPCCommand, type VPCRegion } from "@aws-sdk/client-route-53";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls, globalRegion } from "@/lib/aws/calls";
import { compareText, readPages } from "@/lib/collectors/read-pages";
import type { VpcEndpoint, VpcHostedZones } from "@/lib/model/network";
import { known, type Observed } from "@/lib/model/observed";

const zonesSchema = z.object({
  HostedZoneSummaries: z.array(z.object({ Name: z.string() })),
  NextToken: z.string().nullish(),
});

/** The SDK's type lists the Regions that there were when it was built; AWS opens new ones. */
const regionSchema = z.custom<VPCRegion>((name) => typeof name === "string");

/**
 * The private hosted zones of the VPCs with a Kinesis endpoint, where one may stand in for its private DNS, and of
 * those with workloads, where one may lead to an endpoint elsewhere.
 */
export async function collectHostedZones(
  context: CallContext,
  endpoints: Observed<readonly VpcEndpoint[]>,
  workloadVpcIds: readonly string[],
): Promise<Observed<VpcHostedZones[]>> {
  if (!endpoints.known) return endpoints;
  const vpcIds = [...new Set([...endpoints.value.map(({ vpcId }) => vpcId), ...workloadVpcIds])].toSorted(
    compareText,
  );
  context.aws.progress.plan(calls.listHostedZonesByVpc.action, globalRegion, vpcIds.length);
  const zones = vpcIds.map(async (vpcId) => ({ vpcId, zoneNames: await readZoneNames(context, vpcId) }));
  return known(await Promise.all(zones), endpoints.read);
}

/** @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZonesByVPC.html */
function readZoneNames({ aws, clients, region }: CallContext, vpcId: string): Promise<Observed<string[]>> {
  const call = calls.listHostedZonesByVpc;
  return aws.observe(call, { region, resource: vpcId }, async () => {
    const zones = await readPages(call, { resource: vpcId }, async (token) => {
      const { HostedZoneSummaries, NextToken } = await aws.ask(call, {
        region,
        resource: vpcId,
        schema: zonesSchema,
        send: (options) =>
          clients.route53.send(
            new ListHostedZonesByVPCCommand({
              VPCId: vpcId,
              VPCRegion: regionSchema.parse(region),
              MaxItems: 100,
              NextToken: token,
            }),
            options,
          ),
      });
      return { items: HostedZoneSummaries, next: NextToken };
    });
    return [...new Set(zones.map(({ Name }) => Name.replace(/\.$/, "")))].toSorted(compareText);
  });
}
