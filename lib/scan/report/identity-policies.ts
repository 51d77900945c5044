import type { IamInventory, ManagedPolicy } from "@/lib/model/iam-inventory";
import { policyId } from "@/lib/model/policy-id";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import type { FoundPolicy } from "@/lib/scan/report/found-policy";

/** Managed policies that are attached or set as a boundary, inline policies and trust policies of an account. */
export function identityPolicies({ iam }: AccountSnapshot): FoundPolicy[] {
  if (!iam.known) return [];
  const { users, groups, roles, managedPolicies } = iam.value;
  const inline = [...users, ...groups, ...roles].flatMap(({ arn, inlinePolicies }) =>
    inlinePolicies.map(({ name, document }) =>
      ownPolicy({ kind: "inline", id: policyId.inline(arn, name), name, text: document }, arn),
    ),
  );
  const trust = roles.map(({ arn, name, trustPolicy }) =>
    ownPolicy({ kind: "trust", id: policyId.trust(arn), name, text: trustPolicy }, arn),
  );
  const holders = holdersByPolicy(iam.value);
  return [...managedPolicies.flatMap((policy) => managed(policy, holders)), ...inline, ...trust];
}

function ownPolicy(head: Pick<FoundPolicy, "kind" | "id" | "name" | "text">, ownerArn: string): FoundPolicy {
  return { ...head, awsManaged: false, attachedTo: [ownerArn] };
}

function managed(
  { arn, name, awsManaged, document }: ManagedPolicy,
  holders: ReadonlyMap<string, ReadonlySet<string>>,
): FoundPolicy[] {
  const attachedTo = holders.get(arn);
  return attachedTo
    ? [{ kind: "managed", id: arn, name, awsManaged, text: document, attachedTo: [...attachedTo] }]
    : [];
}

function holdersByPolicy({ users, groups, roles }: IamInventory): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  const add = (policyArn: string, principalArn: string) => {
    const those = holders.get(policyArn) ?? new Set();
    holders.set(policyArn, those.add(principalArn));
  };
  for (const { arn, attachedPolicyArns } of [...users, ...groups, ...roles])
    for (const policyArn of attachedPolicyArns) add(policyArn, arn);
  for (const { arn, boundaryArn } of [...users, ...roles]) if (boundaryArn) add(boundaryArn, arn);
  return holders;
}
