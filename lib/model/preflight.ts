import { z } from "zod";
import type { Connection } from "@/lib/model/connection";
import type { ScanFailure } from "@/lib/model/scan";
import { type SnapshotSource, snapshotSourceSchema } from "@/lib/model/snapshot";

/** Emulators that give themselves away. */
const emulators = ["localstack", "moto", "kinesis-local"] as const;

/** What came of trying one of the scan's calls once. */
const callAccessSchema = z.object({
  /** The IAM action, e.g. `kinesis:ListStreams`. */
  action: z.string(),
  access: z.enum(["allowed", "denied", "not-implemented", "failed", "not-tried"]),
  /** Why, for all but `allowed`: in AWS's words, or why there was nothing to try it on. */
  detail: z.string().exactOptional(),
});

/** What is known before a scan, from one small call of each kind; records are never touched. */
export const preflightSchema = z.object({
  source: snapshotSourceSchema,
  emulator: z.enum(emulators).exactOptional(),
  accountId: z.string(),
  identityArn: z.string(),
  region: z.string(),
  calls: z.array(callAccessSchema),
  /** Actions that AWS denied; others may be missing among those that were not tried. */
  missingActions: z.array(z.string()),
  /**
   * Attached AWS managed policies of the identity that allow reading records. A boundary, an organization's policy or
   * a Deny may still forbid it, and other policies allow it: a hint, no verdict. Null: its policies were not seen.
   */
  recordPolicies: z.array(z.string()).nullable(),
  /** An identity policy with the missing actions alone; null when none is known to be missing. */
  policyToAdd: z
    .object({
      Version: z.literal("2012-10-17"),
      Statement: z
        .array(
          z.object({
            Sid: z.string(),
            Effect: z.enum(["Allow", "Deny"]),
            Action: z.array(z.string()).readonly(),
            Resource: z.string(),
          }),
        )
        .readonly(),
    })
    .nullable(),
});

/** What a check of access came to: what each call came to, or why a scan could not even begin. */
export type AccessOutcome =
  | { readonly status: "checked"; readonly preflight: Preflight }
  | { readonly status: "failed"; readonly failure: ScanFailure };

/** A check of access, with what was asked of it. */
export interface AccessCheck {
  readonly at: string;
  readonly source: SnapshotSource;
  readonly connection: Connection;
  readonly outcome: AccessOutcome;
}

export type EmulatorKind = (typeof emulators)[number];
export type CallAccess = z.infer<typeof callAccessSchema>;
export type Preflight = z.infer<typeof preflightSchema>;
