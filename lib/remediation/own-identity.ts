import type { IamInventory, IamRole, IamUser } from "@/lib/model/iam-inventory";
import type { Snapshot } from "@/lib/model/snapshot";

/** A user or a role of an account that was read. */
export interface OwnIdentity {
  readonly owner: "user" | "role";
  readonly accountId: string;
  readonly partition: string;
  readonly identity: IamUser | IamRole;
  readonly inventory: IamInventory;
}

/** The user or role of that ARN; undefined for any other principal. */
export function findIdentity({ accounts }: Snapshot, arn: string): OwnIdentity | undefined {
  for (const { iam, accountId, partition } of accounts) {
    if (!iam.known) continue;
    const { users, roles } = iam.value;
    const user = users.find((each) => each.arn === arn);
    const identity = user ?? roles.find((each) => each.arn === arn);
    if (identity)
      return { owner: user ? "user" : "role", accountId, partition, identity, inventory: iam.value };
  }
  return undefined;
}

/** Roles that AWS, IAM Identity Center or Control Tower look after cannot be changed from within the account. */
export function isChangeable({ identity }: OwnIdentity): boolean {
  return !/^\/(?:aws-reserved|aws-service-role)\//.test(identity.path);
}

/** Those that can be changed here; undefined where one of the principals cannot. */
export function changeableIdentities(
  snapshot: Snapshot,
  arns: readonly string[],
): readonly OwnIdentity[] | undefined {
  const found = arns.flatMap((arn) => findIdentity(snapshot, arn) ?? []).filter(isChangeable);
  return arns.length > 0 && found.length === arns.length ? found : undefined;
}

/** The snapshot with some users and roles changed. */
export function changeIdentities(
  snapshot: Snapshot,
  arns: ReadonlySet<string>,
  change: <Identity extends IamUser | IamRole>(identity: Identity) => Identity,
): Snapshot {
  return changeInventories(snapshot, (inventory) => ({
    ...inventory,
    users: inventory.users.map((user) => (arns.has(user.arn) ? change(user) : user)),
    roles: inventory.roles.map((role) => (arns.has(role.arn) ? change(role) : role)),
  }));
}

export function changeInventories(
  snapshot: Snapshot,
  change: (inventory: IamInventory, accountId: string) => IamInventory,
): Snapshot {
  return {
    ...snapshot,
    accounts: snapshot.accounts.map((account) => {
      const { iam, accountId } = account;
      return iam.known
        ? Object.assign({}, account, { iam: { ...iam, value: change(iam.value, accountId) } })
        : account;
    }),
  };
}
