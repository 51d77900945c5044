import { z } from "zod";
import { accountsSchema } from "@/lib/model/connection";
import { gapSchema } from "@/lib/model/observed";
import { type SnapshotSource, snapshotSourceSchema } from "@/lib/model/snapshot";

export const checkSets = ["course", "full"] as const;
export const checkSetSchema = z.enum(checkSets);

/**
 * What is read only by a scan that asks for it: `event-history` (CloudTrail's, for KDS-REST-07) and `last-accessed`
 * (of principals, for KDS-LP-08).
 */
export const onDemandReads = ["event-history", "last-accessed"] as const;
export const onDemandSchema = z.enum(onDemandReads);

const scanStatuses = ["running", "finished", "failed", "cancelled", "interrupted"] as const;

/** What went wrong and what to do, in one sentence each. */
const scanFailureSchema = z.object({
  code: z.enum([
    "no-credentials",
    "expired-credentials",
    "unreachable",
    "not-aws",
    "access-denied",
    "unexpected",
  ]),
  message: z.string(),
  advice: z.string(),
});

/** What a scan was asked to do. Names and ids only: a scan never holds credentials. */
const scanRequestSchema = z.object({
  source: snapshotSourceSchema,
  regions: z.array(z.string()),
  allRegions: z.boolean(),
  profile: z.string().exactOptional(),
  roleArn: z.string().exactOptional(),
  externalId: z.string().exactOptional(),
  /** A second role, of the management account or a delegated administrator, that reads the organization's policies. */
  organizationRoleArn: z.string().exactOptional(),
  organizationExternalId: z.string().exactOptional(),
  accounts: accountsSchema.exactOptional(),
  set: checkSetSchema,
  onDemand: z.array(onDemandSchema).readonly().prefault([]),
  /** Part of each documented API rate that the scan may take, 0.05 to 0.9. */
  quotaShare: z.number().min(0.05).max(0.9),
});

/** A scan as lists show it. */
export const scanSummarySchema = z.object({
  id: z.string(),
  status: z.enum(scanStatuses),
  startedAt: z.string(),
  finishedAt: z.string().exactOptional(),
  request: scanRequestSchema,
  accountId: z.string().exactOptional(),
  identityArn: z.string().exactOptional(),
  /** Where it is not the identity's own account alone. */
  accountIds: z.array(z.string()).readonly().exactOptional(),
  failure: scanFailureSchema.exactOptional(),
  /** Kept whatever its age. */
  pinned: z.boolean(),
});

const eventHead = { sequence: z.number().int(), at: z.string() };
/** Whose Region, in a scan of several accounts. */
const ofAccount = { accountId: z.string().exactOptional() };

/** How fast the calls of one operation go out in one Region. In calls per second. */
const bucketMeterSchema = z.object({
  action: z.string(),
  region: z.string(),
  sent: z.number().int(),
  throttled: z.number().int(),
  /** Calls that wait for their turn. */
  waiting: z.number().int(),
  /** What went out of late. */
  pace: z.number(),
  /** What may go out now, and what AWS documents; absent: nothing limits it, or each stream has a quota of its own. */
  allowed: z.number().exactOptional(),
  quota: z.number().exactOptional(),
});

/** What a scan tells while it runs; `sequence` counts from 1 without gaps. */
export const scanEventSchema = z.discriminatedUnion("type", [
  z.object({ ...eventHead, type: z.literal("started"), scanId: z.string() }),
  z.object({ ...eventHead, type: z.literal("identified"), accountId: z.string(), identityArn: z.string() }),
  /** The accounts that are going to be read, where it is not the identity's own alone. */
  z.object({ ...eventHead, type: z.literal("accounts"), accountIds: z.array(z.string()) }),
  z.object({ ...eventHead, ...ofAccount, type: z.literal("planned"), regions: z.array(z.string()) }),
  z.object({
    ...eventHead,
    ...ofAccount,
    type: z.literal("progress"),
    /** The call that is being made, e.g. `kinesis:DescribeStreamSummary`. */
    action: z.string(),
    region: z.string(),
    done: z.number().int(),
    /** Known once the list is. */
    total: z.number().int().exactOptional(),
  }),
  /** AWS throttled a call below its documented rate: somebody else draws from the same quota. In calls per second. */
  z.object({
    ...eventHead,
    ...ofAccount,
    type: z.literal("crowded"),
    action: z.string(),
    region: z.string(),
    quota: z.number(),
    was: z.number(),
    now: z.number(),
  }),
  /**
   * The buckets that calls of the last second went through or wait for. It has the `sequence` of the event before it:
   * only the newest of each account is kept.
   */
  z.object({ ...eventHead, ...ofAccount, type: z.literal("meter"), buckets: z.array(bucketMeterSchema) }),
  z.object({ ...eventHead, type: z.literal("gap"), gap: gapSchema }),
  z.object({ ...eventHead, type: z.literal("finished"), scanId: z.string() }),
  z.object({ ...eventHead, type: z.literal("failed"), failure: scanFailureSchema }),
  z.object({ ...eventHead, type: z.literal("cancelled") }),
]);

export type BucketMeter = z.infer<typeof bucketMeterSchema>;
export type OnDemand = z.infer<typeof onDemandSchema>;
export type CheckSet = (typeof checkSets)[number];
export type ScanStatus = (typeof scanStatuses)[number];
export type ScanFailure = z.infer<typeof scanFailureSchema>;
export type ScanRequest = z.infer<typeof scanRequestSchema>;
export type ScanSummary = z.infer<typeof scanSummarySchema>;
export type ScanEvent = z.infer<typeof scanEventSchema>;
/** How long a scan that was stopped can go on: what it read is no older than that. In milliseconds. */
export const resumableMs = 60 * 60_000;

/** Whether a scan lost its process or its credentials, and not long ago. */
export function canResume(
  { status, failure, startedAt }: Pick<ScanSummary, "status" | "failure" | "startedAt">,
  now: Date,
): boolean {
  const isStopped =
    status === "interrupted" || (status === "failed" && failure?.code === "expired-credentials");
  return isStopped && now.getTime() - Date.parse(startedAt) < resumableMs;
}

/** The demo account has no quota that anybody lives on: of it everything is read. */
export function onDemandFor(source: SnapshotSource, asked: readonly OnDemand[]): OnDemand[] {
  return onDemandReads.filter((read) => source.kind === "demo" || asked.includes(read));
}

/** An event before the scan has numbered and dated it. */
export type ScanEventBody = ScanEvent extends infer Event
  ? Event extends ScanEvent
    ? Omit<Event, "sequence" | "at">
    : never
  : never;
