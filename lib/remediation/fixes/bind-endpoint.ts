import { became, changeEndpoint, findEndpoint } from "@/lib/remediation/change-snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { ownAccountPolicy } from "@/lib/remediation/fixes/own-account-policy";
import { jsonEncode, resourceBlock } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";
import { command } from "@/lib/remediation/shell";

/** KDS-NET-04: the account's principals and its streams, and nobody else's. */
export function bindEndpoint({ finding, snapshot }: FixInput): Fix | undefined {
  const endpoint = findEndpoint(snapshot, finding.subjects[0]?.id ?? "");
  if (!endpoint) return undefined;
  const { id, region, accountId, policy: before } = endpoint;
  const policy = ownAccountPolicy(accountId);
  const text = JSON.stringify(policy);
  return {
    words:
      "Bind the endpoint's policy to this account's principals and streams. Widen it to the organization by aws:PrincipalOrgID and aws:ResourceOrgID where others use the endpoint.",
    commands: [
      command(
        "aws",
        "ec2",
        "modify-vpc-endpoint",
        "--region",
        region,
        "--vpc-endpoint-id",
        id,
        "--policy-document",
        text,
      ),
    ],
    terraform: resourceBlock("aws_vpc_endpoint_policy", terraformName(id), {
      vpc_endpoint_id: id,
      policy: jsonEncode(policy),
    }),
    cloudFormation: cloudFormation({
      [logicalId("Endpoint", id)]: {
        Type: "AWS::EC2::VPCEndpoint",
        Properties: { PolicyDocument: policy },
      },
    }),
    documents: before.known
      ? [{ policyId: `${id}#policy`, before: before.value, after: JSON.stringify(policy, null, 2) }]
      : [],
    announces: [
      {
        words: "Callers and streams of other accounts are no longer reached through the endpoint.",
      },
    ],
    apply: (given) =>
      changeEndpoint(given, id, (each) =>
        Object.assign({}, each, { policy: became(each.policy, text, "ec2:DescribeVpcEndpoints") }),
      ),
  };
}
