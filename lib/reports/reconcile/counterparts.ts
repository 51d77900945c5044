import type { ForeignTool } from "@/lib/model/reconciliation";

/** A check of another tool, and the check here that asks the same. */
export interface Counterpart {
  readonly tool: ForeignTool;
  readonly theirCheck: string;
  readonly checkId: string;
  /** Why the two are the same question. */
  readonly reason: string;
  /** What makes the two answer otherwise although both read the same stream; a sentence. */
  readonly difference: string;
  /** A further check here that asks for more than theirs, on what they pass. */
  readonly stricter?: { readonly checkId: string; readonly difference: string };
}

/** Prowler takes a stream whose DescribeStream fails for one without encryption that keeps its records for a day. */
const defaults = "Prowler reports a stream that it may not describe as unencrypted and kept for 24 hours.";

/**
 * All checks of the tools that are about a data stream.
 *
 * @see https://hub.prowler.com/check/kinesis_stream_encrypted_at_rest
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html
 */
export const counterparts: readonly Counterpart[] = [
  {
    tool: "prowler",
    theirCheck: "kinesis_stream_encrypted_at_rest",
    checkId: "KDS-REST-01",
    reason: "Both ask whether the encryption type of the stream is KMS.",
    difference: defaults,
    stricter: {
      checkId: "KDS-REST-02",
      difference:
        "Prowler passes any KMS key, also the one that AWS manages; Weir asks for a customer managed one.",
    },
  },
  {
    tool: "prowler",
    theirCheck: "kinesis_stream_data_retention_period",
    checkId: "KDS-OPS-02",
    reason: "Both hold the retention period of the stream to a least number of hours.",
    difference: `The least is a setting of each tool. ${defaults}`,
  },
  {
    tool: "security-hub",
    theirCheck: "Kinesis.1",
    checkId: "KDS-REST-01",
    reason: "Both ask whether server-side encryption is on.",
    difference: "Security Hub judges what AWS Config recorded last, Weir what Kinesis answered at the scan.",
    stricter: {
      checkId: "KDS-REST-02",
      difference:
        "Security Hub passes any KMS key, also the one that AWS manages; Weir asks for a customer managed one.",
    },
  },
  {
    tool: "security-hub",
    theirCheck: "Kinesis.2",
    checkId: "KDS-OPS-03",
    reason: "Both ask for the tag keys that the owner requires, and for any tag where none are required.",
    difference: "The required keys are a setting of each tool; Security Hub calls it requiredTagKeys.",
  },
  {
    tool: "security-hub",
    theirCheck: "Kinesis.3",
    checkId: "KDS-OPS-02",
    reason: "Both hold the retention period of the stream to a least number of hours, 168 by default.",
    difference: "The least is a setting of each tool; Security Hub calls it minimumBackupRetentionPeriod.",
  },
];

/** What the tools are called. */
export const toolNames: Readonly<Record<ForeignTool, string>> = {
  prowler: "Prowler",
  "security-hub": "Security Hub",
};

export function counterpartOf(tool: ForeignTool, theirCheck: string): Counterpart | undefined {
  return counterparts.find((each) => each.tool === tool && each.theirCheck === theirCheck);
}
