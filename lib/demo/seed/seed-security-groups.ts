import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  DescribeSecurityGroupsCommand,
  type IpPermission,
  type SecurityGroup,
} from "@aws-sdk/client-ec2";
import type { SeedContext } from "./seed-context";
import type { Translation } from "./translation";

/** Groups first, then their rules, which name other groups. */
export async function seedSecurityGroups(
  context: SeedContext,
  groups: readonly SecurityGroup[],
): Promise<void> {
  for (const group of groups) await seedGroup(context, group);
  for (const group of groups) await seedRules(context, group);
}

/** A group is known by its name in its VPC; that of a default group, which EC2 makes itself, as well. */
async function seedGroup(context: SeedContext, group: SecurityGroup): Promise<void> {
  const { clients, log, translation } = context;
  const made = await log.make("security groups", group.GroupName ?? "", {
    find: () => findGroup(context, group),
    make: () =>
      clients.ec2.send(
        new CreateSecurityGroupCommand({
          GroupName: group.GroupName,
          Description: group.Description,
          VpcId: translation.of(group.VpcId ?? ""),
        }),
      ),
  });
  translation.add(group.GroupId, made?.GroupId);
}

async function findGroup({ clients, translation }: SeedContext, group: SecurityGroup) {
  const { SecurityGroups = [] } = await clients.ec2.send(new DescribeSecurityGroupsCommand({}));
  const vpcId = translation.of(group.VpcId ?? "");
  return SecurityGroups.find(({ GroupName, VpcId }) => GroupName === group.GroupName && VpcId === vpcId);
}

/** A default group already is open to itself. */
async function seedRules(context: SeedContext, group: SecurityGroup): Promise<void> {
  const { clients, log, translation } = context;
  const inbound = group.IpPermissions ?? [];
  if (group.GroupName === "default" || inbound.length === 0) return;
  await log.make("security group rules", group.GroupName ?? "", {
    find: async (): Promise<unknown> => {
      const there = await findGroup(context, group);
      return (there?.IpPermissions?.length ?? 0) >= inbound.length ? there : undefined;
    },
    make: () =>
      clients.ec2.send(
        new AuthorizeSecurityGroupIngressCommand({
          GroupId: translation.of(group.GroupId ?? ""),
          IpPermissions: inbound.map((permission) => translate(permission, translation)),
        }),
      ),
  });
}

function translate(permission: IpPermission, translation: Translation): IpPermission {
  const { UserIdGroupPairs, PrefixListIds, ...rest } = permission;
  return {
    ...rest,
    ...(UserIdGroupPairs && {
      UserIdGroupPairs: UserIdGroupPairs.map(({ GroupId = "" }) => ({ GroupId: translation.of(GroupId) })),
    }),
    ...(PrefixListIds && {
      PrefixListIds: PrefixListIds.map(({ PrefixListId = "" }) => ({
        PrefixListId: translation.of(PrefixListId),
      })),
    }),
  };
}
