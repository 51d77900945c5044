import type { FourRoles, PolicyDocument, RolePolicy } from "@/lib/kinesis/four-roles/four-roles";
import { cloudFormation } from "@/lib/remediation/documents";
import { jsonEncode, resourceBlock, type HclValue } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";

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
    resourceBlock("aws_iam_policy", terraformName(name), {
      name,
      description,
      policy: jsonEncode(plain(document)),
    }),
  );
  const endpoints = four.options.vpcEndpointIds.map((id) =>
    resourceBlock("aws_vpc_endpoint_policy", terraformName(id), {
      vpc_endpoint_id: id,
      policy: jsonEncode(plain(four.endpointPolicy)),
    }),
  );
  return [...blocks, ...endpoints].join("\n");
}

/** Managed policies as a template of CloudFormation. */
export function toCloudFormation(four: FourRoles, policies: readonly RolePolicy[]): string {
  const resources = named(four, policies).map(({ name, description, document }) => [
    logicalId("Policy", name),
    {
      Type: "AWS::IAM::ManagedPolicy",
      Properties: { ManagedPolicyName: name, Description: description, PolicyDocument: document },
    },
  ]);
  return cloudFormation(Object.fromEntries(resources));
}

/** A document as plain data: what JSON makes of it. */
function plain(document: PolicyDocument): HclValue {
  const value: HclValue = JSON.parse(JSON.stringify(document));
  return value;
}
