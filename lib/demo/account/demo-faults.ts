import { foreignKeyId, usKeyIds } from "./key-ids";

/**
 * A call that AWS denies to the scanning role: `operation` may end in a wildcard, `match` is a part of the request, such
 * as a stream's name.
 */
export interface DemoFault {
  readonly operation: string;
  readonly match: string;
  readonly kind: "access-denied";
}

/** What cannot be read in the demo account: one stream in part, its key in part, and the key of another account. */
export const demoFaults: readonly DemoFault[] = [
  { operation: "kinesis:GetResourcePolicy", match: "audit-trail", kind: "access-denied" },
  { operation: "kinesis:ListStreamConsumers", match: "audit-trail", kind: "access-denied" },
  { operation: "kms:GetKeyPolicy", match: usKeyIds.audit, kind: "access-denied" },
  { operation: "kms:ListGrants", match: usKeyIds.audit, kind: "access-denied" },
  { operation: "kms:*", match: foreignKeyId, kind: "access-denied" },
];
