import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  GetInstanceProfileCommand,
  type RoleDetail,
} from "@aws-sdk/client-iam";
import type { SeedContext } from "./seed-context";

export async function seedInstanceProfiles(
  { clients, log }: SeedContext,
  { RoleName = "", InstanceProfileList = [] }: RoleDetail,
): Promise<void> {
  for (const { InstanceProfileName = "", Path } of InstanceProfileList) {
    const find = async () => {
      const { InstanceProfile } = await clients.iam.send(
        new GetInstanceProfileCommand({ InstanceProfileName }),
      );
      return InstanceProfile?.Roles?.some((role) => role.RoleName === RoleName) || undefined;
    };
    await log.make("instance profiles", InstanceProfileName, {
      find,
      make: async () => {
        await clients.iam.send(new CreateInstanceProfileCommand({ InstanceProfileName, Path }));
        await clients.iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName }));
        return true;
      },
    });
  }
}
