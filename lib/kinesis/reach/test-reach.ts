import { buildAccountAccess } from "@/lib/kinesis/build-account-access";
import type { AccountAccess } from "@/lib/kinesis/build-account-access";
import type { IamInventory, IamRole, IamUser } from "@/lib/model/iam-inventory";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { buildInventory, buildRole, buildUser, documentOf } from "@/lib/model/test-iam";
import { accountId, read } from "@/lib/model/test-place";
import type { Escalation } from "@/lib/model/role-reach";
import { buildAccount, buildRegion } from "@/lib/model/test-snapshot";
import { buildStream } from "@/lib/model/test-stream";

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
  const regions = [buildRegion({ streams: read([plainOrders]) })];
  return buildAccountAccess(buildAccount({ iam, regions, ...account }));
}

/** Not encrypted, so that Kinesis alone decides. */
export const plainOrders = buildStream({ encryption: read({ type: "none" }) });

export const readsOrders = {
  Action: ["kinesis:GetRecords", "kinesis:GetShardIterator"],
  Resource: plainOrders.arn,
};
export const writesOrders = { Action: "kinesis:PutRecord", Resource: plainOrders.arn };
export const everything = { Action: "*", Resource: "*" };

/** Steps as `anna change-trust reader`, with what is not plain behind it: how sure, and on what it hangs. */
export function stepsOf({ access, reach }: AccountAccess): string[] {
  return access.parties.flatMap(({ arn }) => reach.escalations(arn).map(inWords)).toSorted();
}

/** Those to the records of the stream, with the duties that they give. */
export function stepsOn({ reach }: AccountAccess, streamArn = plainOrders.arn): string[] {
  const byStep = new Map<string, string[]>();
  for (const step of reach.escalationsOn(streamArn)) {
    const words = inWords(step);
    byStep.set(words, [...(byStep.get(words) ?? []), ...step.duties]);
  }
  return [...byStep].map(([words, duties]) => `${words}: ${[...new Set(duties)].join(" ")}`).toSorted();
}

function inWords({ party, technique, target, certainty, conditions }: Escalation): string {
  const name = target.slice(target.lastIndexOf("/") + 1);
  const how = certainty === "sure" ? "" : ` ${certainty}`;
  const hangsOn = conditions.length === 0 ? "" : ` (${conditions.join(", ")})`;
  return `${party.name} ${technique} ${name}${how}${hangsOn}`;
}
