import "server-only";
import { DescribeInstancesCommand } from "@aws-sdk/client-ec2";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { readEc2List } from "@/lib/collectors/ec2-pages";
import type { Observed } from "@/lib/model/observed";
import type { Instance } from "@/lib/model/workload";

const instanceSchema = z.object({
  InstanceId: z.string(),
  State: z.object({ Name: z.string() }),
  IamInstanceProfile: z.object({ Arn: z.string() }).nullish(),
  // Without a network: a terminated one.
  VpcId: z.string().nullish(),
  SubnetId: z.string().nullish(),
});
const reservationsSchema = z.object({
  Reservations: z.array(z.object({ Instances: z.array(instanceSchema) })),
  NextToken: z.string().nullish(),
});

/** The instances that may call AWS with a role of their own. */
export function collectInstances(context: CallContext): Promise<Observed<Instance[]>> {
  const { aws, clients, region } = context;
  return aws.observe(calls.describeInstances, { region }, async () => {
    const instances = await readEc2List(context, {
      call: calls.describeInstances,
      schema: reservationsSchema,
      send: (page, options) => clients.ec2.send(new DescribeInstancesCommand(page), options),
      pageOf: ({ Reservations, NextToken }) => ({
        items: Reservations.flatMap(({ Instances }) => Instances),
        next: NextToken,
      }),
      keyOf: ({ InstanceId }) => InstanceId,
    });
    return instances.flatMap(({ InstanceId: id, IamInstanceProfile, VpcId: vpcId, SubnetId: subnetId }) =>
      IamInstanceProfile && vpcId && subnetId
        ? [{ id, instanceProfileArn: IamInstanceProfile.Arn, vpcId, subnetId }]
        : [],
    );
  });
}
