import type { ManagedPolicy } from "@/lib/model/iam-inventory";
import type { Snapshot } from "@/lib/model/snapshot";
import {
  cloudFormation,
  documentResource,
  documentTerraform,
  type OwnDocument,
} from "@/lib/remediation/documents";
import { editStatements, type RawStatement } from "@/lib/remediation/edit-statements";
import { attachment, toManaged } from "@/lib/remediation/fixes/attach-new";
import type { Announcement, Fix, FixInput } from "@/lib/remediation/fix";
import {
  changeableIdentities,
  changeIdentities,
  changeInventories,
  type OwnIdentity,
} from "@/lib/remediation/own-identity";
import { policySizes, sizeOf } from "@/lib/remediation/policy-sizes";
import { command } from "@/lib/remediation/shell";

interface ManagedEdit {
  readonly words: string;
  readonly announces?: readonly Announcement[];
  readonly edit: (statement: RawStatement) => readonly RawStatement[] | undefined;
}

/** A finding is about a policy, and a copy is another one. */
const retold = [
  "KDS-LP-03",
  "KDS-LP-04",
  "KDS-LP-06",
  "KDS-SOD-01",
  "KDS-SOD-02",
  "KDS-SOD-03",
  "KDS-SOD-04",
  "KDS-SOD-06",
  "KDS-REST-06",
];

/**
 * What AWS manages cannot be edited: a copy of it, changed, is attached in its place. Undefined where a principal of the
 * finding has it by a group, or cannot be changed from within the account.
 */
export function editManaged({ finding, snapshot }: FixInput, change: ManagedEdit): Fix | undefined {
  const { document, principals = [] } = finding.cause;
  const found = document && heldDirectly(snapshot, document.policyId, principals);
  if (!document || !found) return undefined;
  const { policy, holders, first } = found;
  const after = editStatements(policy.document, document.statements, change.edit);
  if (after === undefined || after === null || sizeOf(after) > policySizes.managed) return undefined;
  const name = `${policy.name}-${finding.findingId.slice(0, 8)}`;
  const swap: Swap = {
    policy,
    holders,
    accountId: first.accountId,
    copy: { policyId: `arn:${first.partition}:iam::${first.accountId}:policy/${name}`, name, text: after },
  };
  return {
    words: `${change.words} AWS manages ${policy.name}, so that it cannot be edited: a copy takes its place for those that the finding names.`,
    ...written(swap),
    documents: [{ policyId: policy.arn, before: policy.document, after }],
    announces: [
      ...(change.announces ?? []),
      ...retold.map((checkId) => ({
        checkId,
        words: `What was to be said of ${policy.name} is said of the copy, as far as it still is so.`,
      })),
      { words: `What AWS adds to ${policy.name} later no longer reaches them.` },
    ],
    apply: (given) => swapped(given, swap),
  };
}

/** A policy of AWS, with its text, and those that have it attached to themselves. */
function heldDirectly(snapshot: Snapshot, policyArn: string, principals: readonly string[]) {
  const holders = changeableIdentities(snapshot, principals) ?? [];
  const [first] = holders;
  const policy = first?.inventory.managedPolicies.find(({ arn }) => arn === policyArn);
  if (!first || !policy?.awsManaged || policy.document === undefined) return undefined;
  const isDirect = holders.every(({ identity }) => identity.attachedPolicyArns.includes(policyArn));
  return isDirect ? { policy: { ...policy, document: policy.document }, holders, first } : undefined;
}

interface Swap {
  readonly policy: ManagedPolicy;
  readonly holders: readonly OwnIdentity[];
  readonly accountId: string;
  readonly copy: { readonly policyId: string; readonly name: string; readonly text: string };
}

function written({ policy, holders, copy }: Swap): Pick<Fix, "commands" | "terraform" | "cloudFormation"> {
  const { policyId: arn, name, text } = copy;
  const own: OwnDocument = { policyId: arn, text, place: { kind: "managed", arn, name } };
  const compact = JSON.stringify(JSON.parse(text));
  const on = (verb: string, { owner, identity }: OwnIdentity, policyArn: string) =>
    command(
      "aws",
      "iam",
      `${verb}-${owner}-policy`,
      `--${owner}-name`,
      identity.name,
      "--policy-arn",
      policyArn,
    );
  const attachments = holders.map((holder) => attachment(name, holder));
  const namesOf = (kind: OwnIdentity["owner"]) =>
    holders.filter(({ owner }) => owner === kind).map(({ identity }) => identity.name);
  const [users, roles] = [namesOf("user"), namesOf("role")];
  const attachedTo = { ...(users.length > 0 && { Users: users }), ...(roles.length > 0 && { Roles: roles }) };
  return {
    commands: [
      command("aws", "iam", "create-policy", "--policy-name", name, "--policy-document", compact),
      ...holders.map((holder) => on("attach", holder, arn)),
      ...holders.map((holder) => on("detach", holder, policy.arn)),
    ],
    terraform: [documentTerraform(own, text), ...attachments].join("\n"),
    cloudFormation: cloudFormation(documentResource(own, text, attachedTo)),
  };
}

function swapped(snapshot: Snapshot, { policy, holders, accountId, copy }: Swap): Snapshot {
  const added = toManaged({ arn: copy.policyId, name: copy.name, text: copy.text });
  const made = changeInventories(snapshot, (inventory, owner) =>
    owner === accountId
      ? { ...inventory, managedPolicies: [...inventory.managedPolicies, added] }
      : inventory,
  );
  return changeIdentities(made, new Set(holders.map(({ identity }) => identity.arn)), (identity) => ({
    ...identity,
    attachedPolicyArns: identity.attachedPolicyArns.map((arn) => (arn === policy.arn ? added.arn : arn)),
  }));
}
