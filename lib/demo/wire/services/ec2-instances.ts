import type { DescribeInstancesCommandInput, DescribeInstancesCommandOutput } from "@aws-sdk/client-ec2";
import type { Answer, WireContext } from "../wire-service";
import { describe } from "./ec2-list";

/** Each instance in a reservation of its own, as those that were launched one by one. */
export function describeInstances(
  { InstanceIds, Filters, MaxResults, NextToken }: DescribeInstancesCommandInput,
  context: WireContext,
): Answer<DescribeInstancesCommandOutput> {
  const { items, nextToken } = describe(
    {
      operation: "ec2:DescribeInstances",
      resources: ({ workloads }) => workloads.instances,
      idOf: ({ InstanceId }) => InstanceId,
      notFoundCode: "InvalidInstanceID.NotFound",
      filters: {
        "instance-state-name": ({ State }) => State?.Name,
        "vpc-id": ({ VpcId }) => VpcId,
      },
    },
    { ids: InstanceIds, Filters, MaxResults, NextToken },
    context,
  );
  const reservations = items.map((instance) => ({
    ReservationId: instance.InstanceId?.replace(/^i-/, "r-"),
    OwnerId: context.account.accountId,
    Instances: [instance],
  }));
  return { Reservations: reservations, NextToken: nextToken };
}
