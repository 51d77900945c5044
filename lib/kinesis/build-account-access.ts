import { buildAccessWorld } from "@/lib/kinesis/access/access-world";
import type { AccessParts } from "@/lib/kinesis/access/account-parts";
import { buildStreamAccess } from "@/lib/kinesis/access/build-stream-access";
import { once } from "@/lib/kinesis/access/once";
import { buildRoleReach } from "@/lib/kinesis/reach/build-role-reach";
import type { RoleReach } from "@/lib/model/role-reach";
import type { StreamAccess } from "@/lib/model/stream-access";

/** Who can do what to the streams of an account, and who can become whom; each when it is first asked for. */
export interface AccountAccess {
  readonly access: StreamAccess;
  readonly reach: RoleReach;
}

export function buildAccountAccess(parts: AccessParts): AccountAccess {
  const world = once(() => buildAccessWorld(parts));
  const reach = once((): RoleReach => buildRoleReach(world(), () => access()));
  const access = once((): StreamAccess => {
    const shadows = once(
      () =>
        new Set(
          reach()
            .shadowAdministrators()
            .map(({ party }) => party.arn),
        ),
    );
    return buildStreamAccess(world(), shadows);
  });
  return {
    get access() {
      return access();
    },
    get reach() {
      return reach();
    },
  };
}
