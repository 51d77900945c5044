import type { IamGroup, IamInventory, InlinePolicy, ManagedPolicy } from "@/lib/model/iam-inventory";
import type { Gap } from "@/lib/model/observed";
import { policyId } from "@/lib/model/policy-id";

export interface Holder {
  readonly kind: "user" | "group" | "role";
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  /** Of a role. */
  readonly trustPolicy?: string;
}

/** An identity policy and who holds it. A boundary grants nothing and is not attached. */
export interface AttachedPolicy {
  readonly id: string;
  /** In the middle of a sentence. */
  readonly name: string;
  readonly holders: readonly Holder[];
  readonly document: { readonly text: string } | { readonly gap: Gap };
}

/** Every attached identity policy once: managed ones with all their holders, and inline ones. */
export function attachedPolicies(inventory: IamInventory): AttachedPolicy[] {
  const holders = holdersOf(inventory);
  const byArn = new Map<string, Holder[]>();
  for (const { holder, attachedPolicyArns } of holders)
    for (const arn of attachedPolicyArns) byArn.set(arn, [...(byArn.get(arn) ?? []), holder]);
  const listed = new Map(inventory.managedPolicies.map((policy) => [policy.arn, policy]));

  const managed = [...byArn].map(([arn, heldBy]) => managedPolicy(arn, heldBy, listed.get(arn)));
  const inline = holders.flatMap(({ holder, inlinePolicies }) =>
    inlinePolicies.map(({ name, document }) => ({
      id: policyId.inline(holder.arn, name),
      name: `the inline policy ${name} of ${holder.kind} ${holder.name}`,
      holders: [holder],
      document: { text: document },
    })),
  );
  return [...managed, ...inline];
}

interface HolderWithPolicies {
  readonly holder: Holder;
  readonly inlinePolicies: readonly InlinePolicy[];
  readonly attachedPolicyArns: readonly string[];
}

function holdersOf({ users, groups, roles }: IamInventory): HolderWithPolicies[] {
  return [
    ...users.map((user) => withPolicies("user", user)),
    ...groups.map((group) => withPolicies("group", group)),
    ...roles.filter(isNotServiceLinked).map((role) => withPolicies("role", role, role.trustPolicy)),
  ];
}

function withPolicies(
  kind: Holder["kind"],
  { arn, name, path, inlinePolicies, attachedPolicyArns }: IamGroup,
  trustPolicy?: string,
): HolderWithPolicies {
  const holder = { kind, arn, name, path, ...(trustPolicy !== undefined && { trustPolicy }) };
  return { holder, inlinePolicies, attachedPolicyArns };
}

/** AWS alone writes the policies of service-linked roles, and nobody else can assume them. */
function isNotServiceLinked({ path }: { readonly path: string }): boolean {
  return !path.startsWith("/aws-service-role/");
}

function managedPolicy(
  arn: string,
  holders: readonly Holder[],
  policy: ManagedPolicy | undefined,
): AttachedPolicy {
  const name = `policy ${policy?.name ?? arn}`;
  const document =
    policy?.document === undefined ? { gap: noDocument(arn, name) } : { text: policy.document };
  return { id: arn, name, holders, document };
}

function noDocument(resource: string, name: string): Gap {
  const message = `IAM's answer holds no default version of ${name}, though it is attached.`;
  return { action: "iam:GetAccountAuthorizationDetails", reason: "empty", message, resource };
}
