import "server-only";
import { DescribeSecurityGroupsCommand } from "@aws-sdk/client-ec2";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { idsIn, readByIds, readEc2List } from "@/lib/collectors/ec2-pages";
import { present } from "@/lib/collectors/present";
import { known, type Observed } from "@/lib/model/observed";
import type { SecurityGroup, SecurityGroupRule, VpcEndpoint } from "@/lib/model/network";

const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

const ruleSchema = z.object({
  IpProtocol: z.string(),
  FromPort: z.number().int().nullish(),
  ToPort: z.number().int().nullish(),
  IpRanges: listOf(z.object({ CidrIp: z.string() })),
  Ipv6Ranges: listOf(z.object({ CidrIpv6: z.string() })),
  PrefixListIds: listOf(z.object({ PrefixListId: z.string() })),
  UserIdGroupPairs: listOf(z.object({ GroupId: z.string() })),
});
const answerSchema = z.object({
  SecurityGroups: z.array(
    z.object({
      GroupId: z.string(),
      GroupName: z.string(),
      VpcId: z.string(),
      Description: z.string().nullish(),
      // Without this list nobody knows what a group lets in: EC2 sends an empty one for a group without rules.
      IpPermissions: z.array(ruleSchema),
    }),
  ),
  NextToken: z.string().nullish(),
});

type GroupAnswer = z.infer<typeof answerSchema>["SecurityGroups"][number];

/** The security groups of the Kinesis endpoints, with what they let in. */
export async function collectSecurityGroups(
  context: CallContext,
  endpoints: Observed<readonly VpcEndpoint[]>,
): Promise<Observed<SecurityGroup[]>> {
  if (!endpoints.known) return endpoints;
  const ids = idsIn(endpoints.value, ({ securityGroupIds }) => securityGroupIds);
  if (ids.length === 0) return known([], endpoints.read);
  const { aws, region } = context;
  return aws.observe(calls.describeSecurityGroups, { region, about: ids }, async () => {
    const wanted = new Set(ids);
    const groups = await readByIds(ids, (some) => readGroups(context, some));
    return groups.filter(({ id }) => wanted.has(id));
  });
}

async function readGroups(context: CallContext, ids: string[]): Promise<SecurityGroup[]> {
  const groups = await readEc2List(context, {
    call: calls.describeSecurityGroups,
    schema: answerSchema,
    send: (page, options) =>
      context.clients.ec2.send(
        new DescribeSecurityGroupsCommand({ Filters: [{ Name: "group-id", Values: ids }], ...page }),
        options,
      ),
    pageOf: ({ SecurityGroups, NextToken }) => ({ items: SecurityGroups, next: NextToken }),
    keyOf: ({ GroupId }) => GroupId,
  });
  return groups.map(toGroup);
}

function toGroup({ GroupId, GroupName, VpcId, Description, IpPermissions }: GroupAnswer): SecurityGroup {
  return {
    id: GroupId,
    name: GroupName,
    vpcId: VpcId,
    description: Description ?? "",
    inboundRules: IpPermissions.map(toRule),
  };
}

function toRule(rule: z.infer<typeof ruleSchema>): SecurityGroupRule {
  return {
    protocol: rule.IpProtocol,
    ...present({ fromPort: rule.FromPort, toPort: rule.ToPort }),
    cidrBlocks: rule.IpRanges.map(({ CidrIp }) => CidrIp),
    ipv6CidrBlocks: rule.Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6),
    prefixListIds: rule.PrefixListIds.map(({ PrefixListId }) => PrefixListId),
    sourceGroupIds: rule.UserIdGroupPairs.map(({ GroupId }) => GroupId),
  };
}
