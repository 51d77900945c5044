import { buildAccountAccess } from "@/lib/kinesis/build-account-access";
import type { AccountAccess } from "@/lib/kinesis/build-account-access";
import type { IamInventory, IamRole, IamUser } from "@/lib/model/iam-inventory";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { buildInventory, buildRole, buildUser, documentOf } from "@/lib/model/test-iam";
import { accountId, read } from "@/lib/model/test-place";
import { buildAccount } from "@/lib/model/test-snapshot";

export const accountRoot = `arn:aws:iam::${accountId}:root`;

export function roleArn(name: string): string {
  return `arn:aws:iam::${accountId}:role/${name}`;
}

export function userArn(name: string): string {
  return `arn:aws:iam::${accountId}:user/${name}`;
}

/** An identity with one inline policy of these statements. */
export function userWith(
  name: string,
  statements: readonly object[],
  change: Partial<IamUser> = {},
): IamUser {
  return buildUser({ name, inlinePolicies: inline(statements), ...change });
}

export function roleWith(
  name: string,
  statements: readonly object[],
  change: Partial<IamRole> = {},
): IamRole {
  return buildRole({ name, inlinePolicies: inline(statements), ...change });
}

function inline(statements: readonly object[]) {
  return statements.length === 0 ? [] : [{ name: "own", document: documentOf(...statements) }];
}

/** A trust policy that names these AWS principals. */
export function trustIn(principals: string | readonly string[], condition?: object): string {
  const AWS = principals;
  return documentOf({
    Principal: { AWS },
    Action: "sts:AssumeRole",
    ...(condition && { Condition: condition }),
  });
}

export const mayAssume = (resource: string | readonly string[]) => ({
  Action: "sts:AssumeRole",
  Resource: resource,
});

export function accessOf(
  inventory: Partial<IamInventory>,
  account: Partial<AccountSnapshot> = {},
): AccountAccess {
  const iam = read(buildInventory({ roles: [], managedPolicies: [], ...inventory }));
  return buildAccountAccess(buildAccount({ iam, ...account }));
}
