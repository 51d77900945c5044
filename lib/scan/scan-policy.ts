export interface ScanPolicyStatement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}

export interface ScanPolicy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly ScanPolicyStatement[];
}

/** The least-privilege identity policy that a scan needs. */
export function buildScanPolicy(): ScanPolicy {
  return { Version: "2012-10-17", Statement: [] };
}
