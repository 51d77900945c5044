import "server-only";
import { DescribeRegionsCommand } from "@aws-sdk/client-ec2";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { compareText } from "@/lib/collectors/read-pages";
import type { Observed } from "@/lib/model/observed";

const regionsSchema = z.object({
  Regions: z.array(z.object({ RegionName: z.string(), OptInStatus: z.string().nullish() })).min(1),
});

/** The Regions that the account has enabled. moto sends those that it has not as well. */
export function collectEnabledRegions({ aws, clients, region }: CallContext): Promise<Observed<string[]>> {
  return aws.observe(calls.describeRegions, { region }, async () => {
    const { Regions } = await aws.ask(calls.describeRegions, {
      region,
      schema: regionsSchema,
      send: (options) => clients.ec2.send(new DescribeRegionsCommand({ AllRegions: false }), options),
    });
    return Regions.filter(({ OptInStatus }) => OptInStatus !== "not-opted-in")
      .map(({ RegionName }) => RegionName)
      .toSorted(compareText);
  });
}
