import { buildFourRoles } from "@/lib/kinesis/four-roles/build-four-roles";
import type { PolicyDocument, RoleName, RoleStream } from "@/lib/kinesis/four-roles/four-roles";

/** The policy of one role of the course for some streams, with nothing on demand; undefined where it has nothing to allow. */
export function plainRolePolicy(streams: readonly RoleStream[], role: RoleName): PolicyDocument | undefined {
  const { policies } = buildFourRoles(streams, {
    share: false,
    regionWide: false,
    reader: "shards",
    fanOut: false,
    requireTls: false,
    vpcEndpointIds: [],
  });
  return policies.find((policy) => policy.role === role)?.document;
}
