import {
  AddUserToGroupCommand,
  CreateGroupCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetGroupCommand,
  GetRoleCommand,
  GetUserCommand,
  type GroupDetail,
  ListGroupsForUserCommand,
  type RoleDetail,
  type UserDetail,
} from "@aws-sdk/client-iam";
import type { IamFacts } from "../account-facts";
import { grantsOfGroup, grantsOfRole, grantsOfUser, seedGrants } from "./seed-grants";
import { seedInstanceProfiles } from "./seed-instance-profiles";
import { seedPolicies } from "./seed-policies";
import type { SeedContext } from "./seed-context";

export async function seedIdentities(context: SeedContext, iam: IamFacts): Promise<void> {
  await seedPolicies(context, iam.policies);
  for (const group of iam.groups) await seedGroup(context, group);
  for (const user of iam.users) await seedUser(context, user);
  for (const role of iam.roles) await seedRole(context, role);
}

async function seedGroup(context: SeedContext, group: GroupDetail): Promise<void> {
  const { clients, log } = context;
  const { GroupName = "", Path } = group;
  await log.make("groups", GroupName, {
    find: async () => (await clients.iam.send(new GetGroupCommand({ GroupName }))).Group,
    make: async () => (await clients.iam.send(new CreateGroupCommand({ GroupName, Path }))).Group,
  });
  await seedGrants(context, grantsOfGroup(clients.iam, group));
}

async function seedUser(context: SeedContext, user: UserDetail): Promise<void> {
  const { clients, log, translation } = context;
  const { UserName = "", Path, Tags, GroupList = [], PermissionsBoundary } = user;
  const boundary = PermissionsBoundary?.PermissionsBoundaryArn;
  await log.make("users", UserName, {
    find: async () => (await clients.iam.send(new GetUserCommand({ UserName }))).User,
    make: async () => {
      const PermissionsBoundaryArn = boundary && translation.of(boundary);
      const { User } = await clients.iam.send(
        new CreateUserCommand({ UserName, Path, Tags, PermissionsBoundary: PermissionsBoundaryArn }),
      );
      return User;
    },
  });
  await seedGrants(context, grantsOfUser(clients.iam, user));
  for (const GroupName of GroupList) {
    await log.make("group memberships", `${UserName} in ${GroupName}`, {
      find: async () => {
        const { Groups = [] } = await clients.iam.send(new ListGroupsForUserCommand({ UserName }));
        return Groups.find((group) => group.GroupName === GroupName);
      },
      make: async () => {
        await clients.iam.send(new AddUserToGroupCommand({ UserName, GroupName }));
        return {};
      },
    });
  }
}

async function seedRole(context: SeedContext, demoRole: RoleDetail): Promise<void> {
  const { clients, log, translation } = context;
  // The CDK puts the account's number into the names of its roles.
  const RoleName = translation.of(demoRole.RoleName ?? "");
  const role = { ...demoRole, RoleName };
  const { Path, Tags, AssumeRolePolicyDocument = "", PermissionsBoundary } = role;
  const boundary = PermissionsBoundary?.PermissionsBoundaryArn;
  await log.make("roles", RoleName, {
    find: async () => (await clients.iam.send(new GetRoleCommand({ RoleName }))).Role,
    make: async () => {
      const { Role } = await clients.iam.send(
        new CreateRoleCommand({
          RoleName,
          Path,
          Tags,
          AssumeRolePolicyDocument: translation.of(AssumeRolePolicyDocument),
          PermissionsBoundary: boundary && translation.of(boundary),
        }),
      );
      return Role;
    },
  });
  await seedGrants(context, grantsOfRole(clients.iam, role));
  await seedInstanceProfiles(context, role);
}
