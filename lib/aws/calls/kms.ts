import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";

const kmsQuotas = "https://docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html";

/** Keys, and who may use them. */
export const kmsCalls = {
  listAliases: {
    action: "kms:ListAliases",
    perSecond: 500,
    rateSource: kmsQuotas,
    keeps: ["AliasName", "AliasArn", "TargetKeyId"],
  },
  describeKey: {
    action: "kms:DescribeKey",
    perSecond: 2000,
    rateSource: kmsQuotas,
    keeps: [
      "KeyId",
      "KeyManager",
      "KeyState",
      "Origin",
      "KeySpec",
      "MultiRegion",
      "DeletionDate",
      "ValidTo",
      "CreationDate",
      "Description",
    ],
  },
  getKeyPolicy: { action: "kms:GetKeyPolicy", perSecond: 1000, rateSource: kmsQuotas, keeps: ["Policy"] },
  getKeyRotationStatus: {
    action: "kms:GetKeyRotationStatus",
    perSecond: 1000,
    rateSource: kmsQuotas,
    keeps: ["KeyRotationEnabled", "RotationPeriodInDays"],
  },
  listGrants: {
    action: "kms:ListGrants",
    perSecond: 100,
    rateSource: kmsQuotas,
    keeps: [
      "GrantId",
      "Name",
      "GranteePrincipal",
      "GranteeServicePrincipal",
      "RetiringPrincipal",
      "RetiringServicePrincipal",
      "Operations",
      "Constraints",
      "CreationDate",
    ],
  },
} as const satisfies Record<string, AwsCall>;
