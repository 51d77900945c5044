import { buildAccountAccess } from "@/lib/kinesis/build-account-access";
import type { IamInventory, IamRole } from "@/lib/model/iam-inventory";
import type { KmsKey } from "@/lib/model/kms-key";
import type { AccountSnapshot, RegionSnapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { HeldDuty, StreamAccess } from "@/lib/model/stream-access";
import { buildInventory, buildRole, documentOf } from "@/lib/model/test-iam";
import { accountId, read, region } from "@/lib/model/test-place";
import { buildAccount, buildRegion } from "@/lib/model/test-snapshot";
import { buildKey, buildStream } from "@/lib/model/test-stream";

export const streamArnOf = (name: string) => `arn:aws:kinesis:${region}:${accountId}:stream/${name}`;
export const roleArnOf = (name: string) => `arn:aws:iam::${accountId}:role/${name}`;

/** A stream without encryption, so that nobody needs a key. */
export function plainStream(name: string, change: Partial<Stream> = {}): Stream {
  return buildStream({ name, arn: streamArnOf(name), encryption: read({ type: "none" }), ...change });
}

/** A key whose policy hands everything to the account's own policies, as the console writes it. */
export function delegatingKey(change: Partial<KmsKey> = {}): KmsKey {
  const Principal = { AWS: `arn:aws:iam::${accountId}:root` };
  const policy = documentOf({ Principal, Action: "kms:*", Resource: "*" });
  return buildKey({ policy: read(policy, "kms:GetKeyPolicy"), ...change });
}

/** A role with one inline policy of these statements, which allow if they do not say otherwise. */
export function roleWith(
  name: string,
  statements: readonly object[],
  change: Partial<IamRole> = {},
): IamRole {
  const inlinePolicies = statements.length > 0 ? [{ name: "own", document: documentOf(...statements) }] : [];
  return buildRole({ name, inlinePolicies, ...change });
}

interface World {
  readonly streams?: readonly Stream[];
  readonly roles?: readonly IamRole[];
  readonly inventory?: Partial<IamInventory>;
  readonly place?: Partial<RegionSnapshot>;
  readonly account?: Partial<AccountSnapshot>;
}

/** The access of an account with these streams and roles, and nothing else. */
export function accessIn({ streams = [plainStream("orders")], roles = [], ...world }: World): StreamAccess {
  const inventory = buildInventory({ roles: [...roles], managedPolicies: [], ...world.inventory });
  const regions = [buildRegion({ streams: read([...streams]), ...world.place })];
  return buildAccountAccess(buildAccount({ iam: read(inventory), regions, ...world.account })).access;
}

/** Who holds what on a stream, as `name duty`, with what is not plain behind it: `reader consume conditional`. */
export function heldOn(access: StreamAccess, name = "orders"): string[] {
  return access.holdersOf(streamArnOf(name)).map(inWords);
}

function inWords({ party, duty, access, key, isBlockedByKey }: HeldDuty): string {
  const halves = [
    ...(access === "allowed" ? [] : [access]),
    ...(isBlockedByKey ? ["blocked by key"] : []),
    ...(key === "conditional" || key === "unknown" ? [`key ${key}`] : []),
  ];
  return [party.name, duty, ...halves].join(" ");
}

/** What a role with these statements holds on the stream `orders`. */
export function heldBy(statements: readonly object[], world: World = {}): string[] {
  const access = accessIn({ ...world, roles: [roleWith("someone", statements), ...(world.roles ?? [])] });
  return heldOn(access)
    .filter((cell) => cell.startsWith("someone "))
    .map((cell) => cell.slice("someone ".length));
}
