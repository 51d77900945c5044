import type { Policy, PolicyType } from "@aws-sdk/client-organizations";
import type { OrganizationPolicyFacts } from "../account-facts";
import { accountId, euWest1, organizationAccountIds, organizationId, usEast1 } from "./identifiers";
import { pretty, type StatementText } from "./policy-document";

const rootId = "r-4f2a";
const workloadsId = "ou-4f2a-w0rkl0ad";
const fullAccessIds = ["p-FullAWSAccess", "p-RCPFullAWSAccess"];

/** All is allowed, but to leave the Regions in use, and to delete what production needs. */
export function demoOrganizationPolicies(): OrganizationPolicyFacts {
  return {
    parents: {
      [accountId]: { Id: workloadsId, Type: "ORGANIZATIONAL_UNIT" },
      [workloadsId]: { Id: rootId, Type: "ROOT" },
    },
    attached: {
      [rootId]: [...fullAccessIds, "p-9d1c4b7e"],
      [workloadsId]: [...fullAccessIds, "p-2f8a6c3d"],
      [accountId]: [...fullAccessIds],
    },
    policies: [
      fullAccess("SERVICE_CONTROL_POLICY", "p-FullAWSAccess", "FullAWSAccess"),
      fullAccess("RESOURCE_CONTROL_POLICY", "p-RCPFullAWSAccess", "RCPFullAWSAccess"),
      regionsInUse(),
      productionStreams(),
    ],
  };
}

function regionsInUse(): Policy {
  return ownPolicy("p-9d1c4b7e", "regions-in-use", {
    Sid: "DenyOtherRegions",
    Effect: "Deny",
    NotAction: ["iam:*", "organizations:*", "sts:*", "support:*", "route53:*", "cloudfront:*"],
    Resource: "*",
    Condition: { StringNotEquals: { "aws:RequestedRegion": [usEast1, euWest1] } },
  });
}

function productionStreams(): Policy {
  return ownPolicy("p-2f8a6c3d", "keep-production-streams", {
    Sid: "DenyDeletingProductionStreams",
    Effect: "Deny",
    Action: "kinesis:DeleteStream",
    Resource: "*",
    Condition: { StringEquals: { "aws:ResourceTag/environment": "prod" } },
  });
}

function ownPolicy(id: string, name: string, statement: StatementText): Policy {
  const { management } = organizationAccountIds;
  return {
    PolicySummary: {
      Id: id,
      Arn: `arn:aws:organizations::${management}:policy/${organizationId}/service_control_policy/${id}`,
      Name: name,
      Description: "",
      Type: "SERVICE_CONTROL_POLICY",
      AwsManaged: false,
    },
    Content: pretty(statement),
  };
}

/** What AWS attaches to every root, unit and account when the type is switched on. */
function fullAccess(type: PolicyType, id: string, name: string): Policy {
  const isResourcePolicy = type === "RESOURCE_CONTROL_POLICY";
  return {
    PolicySummary: {
      Id: id,
      Arn: `arn:aws:organizations::aws:policy/${type.toLowerCase()}/${id}`,
      Name: name,
      Description: "Allows access to every operation",
      Type: type,
      AwsManaged: true,
    },
    Content: pretty({
      Effect: "Allow",
      ...(isResourcePolicy && { Principal: "*" }),
      Action: "*",
      Resource: "*",
    }),
  };
}
