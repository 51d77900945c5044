import type { IamInventory } from "@/lib/model/iam-inventory";
import { parseArn } from "@/lib/model/arn";
import { policyId as idOf } from "@/lib/model/policy-id";
import type { Snapshot } from "@/lib/model/snapshot";
import { logicalId, terraformName } from "@/lib/remediation/names";
import { command } from "@/lib/remediation/shell";
import { jsonEncode, resourceBlock, type HclValue } from "@/lib/remediation/hcl";

/** An identity policy that its owner can change. */
export interface OwnDocument {
  readonly policyId: string;
  readonly text: string;
  readonly place:
    | { readonly kind: "managed"; readonly arn: string; readonly name: string }
    | {
        readonly kind: "inline";
        readonly owner: "user" | "group" | "role";
        readonly ownerName: string;
        readonly name: string;
      };
}

/** A customer's managed policy or an inline one; undefined for what AWS writes, and for what was not read. */
export function findDocument({ accounts }: Snapshot, policyId: string): OwnDocument | undefined {
  for (const { iam } of accounts) {
    if (!iam.known) continue;
    const found = managed(iam.value, policyId) ?? inline(iam.value, policyId);
    if (found) return found;
  }
  return undefined;
}

function managed({ managedPolicies }: IamInventory, policyId: string): OwnDocument | undefined {
  const policy = managedPolicies.find(({ arn }) => arn === policyId);
  if (!policy || policy.awsManaged || policy.document === undefined) return undefined;
  return { policyId, text: policy.document, place: { kind: "managed", arn: policy.arn, name: policy.name } };
}

function inline({ users, groups, roles }: IamInventory, policyId: string): OwnDocument | undefined {
  const owners = [
    ...users.map((identity) => ({ owner: "user" as const, identity })),
    ...groups.map((identity) => ({ owner: "group" as const, identity })),
    ...roles.map((identity) => ({ owner: "role" as const, identity })),
  ];
  for (const { owner, identity } of owners)
    for (const { name, document } of identity.inlinePolicies)
      if (idOf.inline(identity.arn, name) === policyId)
        return { policyId, text: document, place: { kind: "inline", owner, ownerName: identity.name, name } };
  return undefined;
}

/** The snapshot with another text in a document's place. */
export function replaceDocument(snapshot: Snapshot, policyId: string, text: string): Snapshot {
  const inPlace = <Identity extends IamInventory["roles" | "users" | "groups"][number]>(
    identity: Identity,
  ): Identity => ({
    ...identity,
    inlinePolicies: identity.inlinePolicies.map((policy) =>
      idOf.inline(identity.arn, policy.name) === policyId ? { ...policy, document: text } : policy,
    ),
  });
  return {
    ...snapshot,
    accounts: snapshot.accounts.map((account) => {
      const { iam } = account;
      if (!iam.known) return account;
      const { users, groups, roles, managedPolicies } = iam.value;
      const value = {
        users: users.map((user) => inPlace(user)),
        groups: groups.map((group) => inPlace(group)),
        roles: roles.map((role) => inPlace(role)),
        managedPolicies: managedPolicies.map((policy) =>
          policy.arn === policyId ? Object.assign({}, policy, { document: text }) : policy,
        ),
      };
      return { ...account, iam: { ...iam, value } };
    }),
  };
}

/** How the text is put in the document's place by the AWS CLI. */
export function documentCommand({ place }: OwnDocument, text: string): string {
  if (place.kind === "managed")
    return command(
      "aws",
      "iam",
      "create-policy-version",
      "--policy-arn",
      place.arn,
      "--policy-document",
      text,
      "--set-as-default",
    );
  return command(
    "aws",
    "iam",
    `put-${place.owner}-policy`,
    `--${place.owner}-name`,
    place.ownerName,
    "--policy-name",
    place.name,
    "--policy-document",
    text,
  );
}

/** The same as a resource of Terraform. */
export function documentTerraform({ place }: OwnDocument, text: string): string {
  const value: HclValue = JSON.parse(text);
  if (place.kind === "managed")
    return resourceBlock("aws_iam_policy", terraformName(place.name), {
      name: place.name,
      ...pathOf(place.arn),
      policy: jsonEncode(value),
    });
  const label = terraformName(`${place.ownerName}_${place.name}`);
  return resourceBlock(`aws_iam_${place.owner}_policy`, label, {
    name: place.name,
    [place.owner]: place.ownerName,
    policy: jsonEncode(value),
  });
}

function pathOf(arn: string): { readonly path?: string } {
  const parts = (parseArn(arn)?.resource ?? "").split("/").slice(1, -1);
  return parts.length === 0 ? {} : { path: `/${parts.join("/")}/` };
}

/** The same as a resource of CloudFormation. */
export function documentCloudFormation(own: OwnDocument, text: string): string {
  return cloudFormation(documentResource(own, text));
}

/** The resource by its logical id; a managed policy with what it is attached to, by `Users` and `Roles`. */
export function documentResource(
  { place }: OwnDocument,
  text: string,
  attachedTo: Readonly<Record<string, readonly string[]>> = {},
): Readonly<Record<string, unknown>> {
  const document: unknown = JSON.parse(text);
  if (place.kind === "managed")
    return {
      [logicalId("Policy", place.name)]: {
        Type: "AWS::IAM::ManagedPolicy",
        Properties: { ManagedPolicyName: place.name, ...attachedTo, PolicyDocument: document },
      },
    };
  const kind = { user: "User", group: "Group", role: "Role" }[place.owner];
  return {
    [logicalId("Policy", `${place.ownerName} ${place.name}`)]: {
      Type: `AWS::IAM::${kind}Policy`,
      Properties: { PolicyName: place.name, [`${kind}Name`]: place.ownerName, PolicyDocument: document },
    },
  };
}

/** A template with some resources. */
export function cloudFormation(resources: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ AWSTemplateFormatVersion: "2010-09-09", Resources: resources }, null, 2)}\n`;
}
