import type { Snapshot } from "@/lib/model/snapshot";
import {
  cloudFormation,
  documentResource,
  documentTerraform,
  type OwnDocument,
} from "@/lib/remediation/documents";
import type { Fix } from "@/lib/remediation/fix";
import { Expression, resourceBlock } from "@/lib/remediation/hcl";
import { terraformName } from "@/lib/remediation/names";
import { changeIdentities, changeInventories, type OwnIdentity } from "@/lib/remediation/own-identity";
import { policySizes, sizeOf } from "@/lib/remediation/policy-sizes";
import { command } from "@/lib/remediation/shell";

/** A managed policy that is to be made. */
export interface NewPolicy {
  readonly name: string;
  readonly text: string;
}

/** Managed policies of one user or role, unless the account asked for more. */
const attachedAtMost = 10;

/** New managed policies for one identity; undefined where it has no room for them, or has one of that name. */
export function attachNew(
  holder: OwnIdentity,
  policies: readonly NewPolicy[],
): Omit<Fix, "words" | "announces"> | undefined {
  const { accountId, partition, identity, inventory, owner } = holder;
  const made = policies.map(({ name, text }) => ({
    name,
    text,
    arn: `arn:${partition}:iam::${accountId}:policy/${name}`,
  }));
  const isThere = inventory.managedPolicies.some(({ name }) => made.some((policy) => policy.name === name));
  const isTooLong = made.some(({ text }) => sizeOf(text) > policySizes.managed);
  if (isThere || isTooLong || identity.attachedPolicyArns.length + made.length > attachedAtMost)
    return undefined;
  const documentOf = ({ arn, name, text }: (typeof made)[number]): OwnDocument => ({
    policyId: arn,
    text,
    place: { kind: "managed", arn, name },
  });
  const attachedTo = { [owner === "user" ? "Users" : "Roles"]: [identity.name] };
  return {
    commands: made.flatMap((policy) => commandsFor(policy, holder)),
    terraform: made
      .flatMap((policy) => [
        documentTerraform(documentOf(policy), policy.text),
        attachment(policy.name, holder),
      ])
      .join("\n"),
    cloudFormation: cloudFormation(
      Object.assign(
        {},
        ...made.map((policy) => documentResource(documentOf(policy), policy.text, attachedTo)),
      ),
    ),
    documents: made.map(({ arn, text }) => ({ policyId: arn, before: "", after: text })),
    apply: (given) => withPolicies(given, made, holder),
  };
}

interface MadePolicy extends NewPolicy {
  readonly arn: string;
}

function commandsFor({ arn, name, text }: MadePolicy, { owner, identity }: OwnIdentity): string[] {
  const document = JSON.stringify(JSON.parse(text));
  return [
    command("aws", "iam", "create-policy", "--policy-name", name, "--policy-document", document),
    command("aws", "iam", `attach-${owner}-policy`, `--${owner}-name`, identity.name, "--policy-arn", arn),
  ];
}

/** What Terraform attaches a managed policy of its own by. */
export function attachment(policyName: string, { owner, identity }: OwnIdentity): string {
  return resourceBlock(
    `aws_iam_${owner}_policy_attachment`,
    terraformName(`${identity.name}_${policyName}`),
    {
      [owner]: identity.name,
      policy_arn: new Expression(() => `aws_iam_policy.${terraformName(policyName)}.arn`),
    },
  );
}

function withPolicies(snapshot: Snapshot, made: readonly MadePolicy[], holder: OwnIdentity): Snapshot {
  const added = changeInventories(snapshot, (inventory, accountId) =>
    accountId === holder.accountId
      ? { ...inventory, managedPolicies: [...inventory.managedPolicies, ...made.map(toManaged)] }
      : inventory,
  );
  return changeIdentities(added, new Set([holder.identity.arn]), (identity) => ({
    ...identity,
    attachedPolicyArns: [...identity.attachedPolicyArns, ...made.map(({ arn }) => arn)],
  }));
}

/** A managed policy as it would be read. */
export function toManaged({ arn, name, text }: MadePolicy) {
  const document = JSON.stringify(JSON.parse(text));
  return { arn, name, awsManaged: false, document, defaultVersionId: "v1" };
}
