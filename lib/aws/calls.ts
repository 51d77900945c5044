import "server-only";
import { deliveryCalls } from "@/lib/aws/calls/delivery";
import { identityCalls } from "@/lib/aws/calls/identity";
import { kinesisCalls } from "@/lib/aws/calls/kinesis";
import { kmsCalls } from "@/lib/aws/calls/kms";
import { accountCalls } from "@/lib/aws/calls/account";
import { loggingCalls } from "@/lib/aws/calls/logging";
import { networkCalls } from "@/lib/aws/calls/network";
import { workloadCalls } from "@/lib/aws/calls/workloads";
import type { AwsCall } from "@/lib/aws/calls/aws-call";

/** The calls that the code can make, and there are no others: a test reads the sources for commands. */
export const calls = {
  ...identityCalls,
  ...kinesisCalls,
  ...kmsCalls,
  ...accountCalls,
  ...networkCalls,
  ...loggingCalls,
  ...deliveryCalls,
  ...workloadCalls,
} as const satisfies Record<string, AwsCall>;

/** The name that stands for a Region where a service has one endpoint for all. */
export const globalRegion = "global";
