import type { ManagedPolicyDetail } from "@aws-sdk/client-iam";
import { buildCustomerPolicy } from "./build-managed-policy";
import { streamArn, usEast1 } from "./identifiers";

/** The document that is no JSON: a trailing comma. Whoever reads it loses this document and no other. */
export const brokenPolicyName = "nightly-export";

/** The document that names one element twice, of which a JSON parser silently keeps the last. */
export const repeatedElementPolicyName = "inventory-feed";

/** IAM would refuse both today; documents like them come from imports, emulators and truncated answers. */
export function unreadablePolicies(): ManagedPolicyDetail[] {
  return [
    buildCustomerPolicy({ name: brokenPolicyName, createdOn: "2019-07-01", versions: [trailingComma] }),
    buildCustomerPolicy({
      name: repeatedElementPolicyName,
      createdOn: "2019-12-10",
      versions: [repeatedElement],
    }),
  ];
}

const trailingComma = `{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Sid": "ExportAtNight",
            "Effect": "Allow",
            "Action": ["kinesis:GetRecords", "kinesis:GetShardIterator"],
            "Resource": "${streamArn(usEast1, "inventory-snapshots")}",
        }
    ]
}`;

const repeatedElement = `{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": "kinesis:PutRecord",
            "Resource": "${streamArn(usEast1, "inventory-snapshots")}",
            "Action": ["kinesis:PutRecord", "kinesis:GetRecords", "kinesis:GetShardIterator"]
        }
    ]
}`;
