import { buildFourRoles } from "@/lib/kinesis/four-roles/build-four-roles";
import type { FourRoles, PolicyDocument, RoleName, RoleOptions } from "@/lib/kinesis/four-roles/four-roles";
import { toRoleStream } from "@/lib/kinesis/four-roles/to-role-stream";
import type { AccountSnapshot, RegionSnapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import { read } from "@/lib/model/test-place";
import { buildAccount, buildRegion } from "@/lib/model/test-snapshot";

export const plainOptions: RoleOptions = {
  share: false,
  regionWide: false,
  reader: "shards",
  fanOut: false,
  requireTls: false,
  vpcEndpointIds: [],
};

export function accountWith(
  streams: readonly Stream[],
  place: Partial<RegionSnapshot> = {},
  change: Partial<AccountSnapshot> = {},
): AccountSnapshot {
  return buildAccount({ regions: [buildRegion({ streams: read([...streams]), ...place })], ...change });
}

/** The roles for some of the streams of an account's first Region. */
export function rolesFor(
  account: AccountSnapshot,
  names: readonly string[],
  options: Partial<RoleOptions> = {},
): FourRoles {
  const [region] = account.regions;
  const live = region?.streams.known ? region.streams.value : [];
  const chosen = live.filter(({ name }) => names.includes(name));
  const streams = region ? chosen.map((stream) => toRoleStream(stream, region)) : [];
  return buildFourRoles(streams, { ...plainOptions, ...options });
}

export function documentFor({ policies }: FourRoles, role: RoleName): PolicyDocument {
  const document = policies.find((policy) => policy.role === role)?.document;
  if (!document) throw new Error(`There is no policy for ${role}.`);
  return document;
}

export function notesFor({ policies }: FourRoles, role: RoleName): string {
  return policies.find((policy) => policy.role === role)?.notes.join(" ") ?? "";
}

export function statementOf({ Statement }: PolicyDocument, sid: string) {
  return Statement.find(({ Sid }) => Sid === sid);
}
