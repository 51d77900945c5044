import type { FourRoles, PolicyDocument, RolePolicy } from "@/lib/kinesis/four-roles/four-roles";
import { jsonEncode, resourceBlock, type HclValue } from "@/lib/remediation/hcl";

interface NamedPolicy {
  /** As IAM calls it. */
  readonly name: string;
  readonly description: string;
  readonly document: PolicyDocument;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const nameLengthMax = 128;
const descriptionLengthMax = 1000;

function named({ streams }: FourRoles, policies: readonly RolePolicy[]): NamedPolicy[] {
  const [first, ...others] = streams.map(({ name }) => name.replaceAll(/[^\w+=,.@-]/g, "-"));
  const about = others.length === 0 ? (first ?? "") : `${first ?? ""}-and-${others.length}-more`;
  return policies.flatMap(({ role, document }) => {
    if (!document) return [];
    const room = nameLengthMax - role.length - 1;
    return {
      name: `${about.slice(0, room)}-${role}`,
      description:
        `The ${role} of the Kinesis data ${others.length === 0 ? "stream" : "streams"} ${[first, ...others].join(", ")}`.slice(
          0,
          descriptionLengthMax,
        ),
      document,
    };
  });
}

/** Managed policies as resources of Terraform, formatted as `terraform fmt` leaves them. */
export function toTerraform(four: FourRoles, policies: readonly RolePolicy[]): string {
  const blocks = named(four, policies).map(({ name, description, document }) =>
    resourceBlock("aws_iam_policy", identifierOf(name), {
      name,
      description,
      policy: jsonEncode(plain(document)),
    }),
  );
  const endpoints = four.options.vpcEndpointIds.map((id) =>
    resourceBlock("aws_vpc_endpoint_policy", identifierOf(id), {
      vpc_endpoint_id: id,
      policy: jsonEncode(plain(four.endpointPolicy)),
    }),
  );
  return [...blocks, ...endpoints].join("\n");
}

/** Managed policies as a template of CloudFormation. */
export function toCloudFormation(four: FourRoles, policies: readonly RolePolicy[]): string {
  const resources = named(four, policies).map(({ name, description, document }) => [
    logicalIdOf(name),
    {
      Type: "AWS::IAM::ManagedPolicy",
      Properties: { ManagedPolicyName: name, Description: description, PolicyDocument: document },
    },
  ]);
  const template = { AWSTemplateFormatVersion: "2010-09-09", Resources: Object.fromEntries(resources) };
  return `${JSON.stringify(template, null, 2)}\n`;
}

/** A letter or an underscore, then letters, digits, underscores and dashes. */
function identifierOf(name: string): string {
  const identifier = name.replaceAll(/[^\w-]/g, "_");
  return /^[A-Za-z_]/.test(identifier) ? identifier : `_${identifier}`;
}

/** Letters and digits alone. */
function logicalIdOf(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return `Policy${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")}`;
}

/** A document as plain data: what JSON makes of it. */
function plain(document: PolicyDocument): HclValue {
  const value: HclValue = JSON.parse(JSON.stringify(document));
  return value;
}
