import "server-only";
import { DescribeVpcEndpointsCommand } from "@aws-sdk/client-ec2";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { readEc2List } from "@/lib/collectors/ec2-pages";
import { ec2TagsSchema } from "@/lib/collectors/ec2-tags";
import { observeField } from "@/lib/collectors/observe-field";
import { present, toIso } from "@/lib/collectors/present";
import type { VpcEndpoint } from "@/lib/model/network";
import { known, mapObserved, type Observed, type Read } from "@/lib/model/observed";

const endpointSchema = z.object({
  VpcEndpointId: z.string(),
  VpcId: z.string(),
  ServiceName: z.string(),
  OwnerId: z.string().nullish(),
  VpcEndpointType: z.unknown().optional(),
  State: z.unknown().optional(),
  SubnetIds: z.unknown().optional(),
  Groups: z.unknown().optional(),
  PrivateDnsEnabled: z.unknown().optional(),
  IpAddressType: z.unknown().optional(),
  PolicyDocument: z.unknown().optional(),
  NetworkInterfaceIds: z.array(z.string()).nullish(),
  DnsEntries: z.array(z.object({ DnsName: z.string().nullish() })).nullish(),
  CreationTimestamp: z.date().nullish(),
  Tags: ec2TagsSchema,
});
const answerSchema = z.object({
  VpcEndpoints: z.array(endpointSchema),
  NextToken: z.string().nullish(),
});

type EndpointAnswer = z.infer<typeof endpointSchema>;

/** @see https://docs.aws.amazon.com/streams/latest/dev/vpc.html */
const kinesisService = /\.kinesis-streams(-fips)?$/;

/** The VPC endpoints for Kinesis Data Streams. Some emulators ignore the filter, so it is applied here again. */
export async function collectVpcEndpoints(context: CallContext): Promise<Observed<VpcEndpoint[]>> {
  const { aws, clients, region } = context;
  const answers = await aws.observe(calls.describeVpcEndpoints, { region }, () =>
    readEc2List(context, {
      call: calls.describeVpcEndpoints,
      schema: answerSchema,
      send: (page, options) =>
        clients.ec2.send(
          new DescribeVpcEndpointsCommand({
            Filters: [{ Name: "service-name", Values: ["*.kinesis-streams*"] }],
            ...page,
          }),
          options,
        ),
      pageOf: ({ VpcEndpoints, NextToken }) => ({ items: VpcEndpoints, next: NextToken }),
      keyOf: ({ VpcEndpointId }) => VpcEndpointId,
    }),
  );
  return answers.known
    ? known(
        answers.value
          .filter(({ ServiceName }) => kinesisService.test(ServiceName))
          .map((answer) => toEndpoint(context, answer, answers.read)),
        answers.read,
      )
    : answers;
}

function toEndpoint({ accountId, region }: CallContext, answer: EndpointAnswer, read: Read): VpcEndpoint {
  const field = <Value>(name: keyof EndpointAnswer, schema: z.ZodType<Value>) =>
    observeField(known(answer, read), name, schema, {
      call: calls.describeVpcEndpoints,
      region,
      resource: answer.VpcEndpointId,
    });
  const text = z.string().min(1);
  const texts = z.array(z.string()).transform((all) => all.toSorted());
  const groups = field("Groups", z.array(z.object({ GroupId: z.string() })));
  return {
    id: answer.VpcEndpointId,
    accountId: answer.OwnerId ?? accountId,
    region,
    vpcId: answer.VpcId,
    serviceName: answer.ServiceName,
    type: field("VpcEndpointType", text),
    state: field("State", text),
    subnetIds: field("SubnetIds", texts),
    securityGroupIds: mapObserved(groups, (all) => all.map(({ GroupId }) => GroupId).toSorted()),
    privateDnsEnabled: field("PrivateDnsEnabled", z.boolean()),
    ipAddressType: field("IpAddressType", text),
    policy: field("PolicyDocument", text),
    networkInterfaceIds: (answer.NetworkInterfaceIds ?? []).toSorted(),
    dnsNames: (answer.DnsEntries ?? []).flatMap(({ DnsName }) => DnsName ?? []).toSorted(),
    ...present({ createdAt: toIso(answer.CreationTimestamp) }),
    tags: answer.Tags,
  };
}
