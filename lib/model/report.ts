import { z } from "zod";
import { reportDecisionsSchema, waiverSchema } from "@/lib/model/decision";
import { dutyCellSchema } from "@/lib/model/duty";
import { gapSchema, observedSchema, readSchema } from "@/lib/model/observed";
import {
  reportKeySchema,
  reportNetworkSchema,
  reportPolicySchema,
  reportPrincipalSchema,
} from "@/lib/model/report-inventory";
import { reportRoleReachSchema } from "@/lib/model/role-reach";
import { checkSetSchema } from "@/lib/model/scan";
import { auditSettingsSchema } from "@/lib/model/settings";
import { tagsSchema } from "@/lib/model/tags";
import { callCountSchema, inactiveAccountSchema, snapshotSourceSchema } from "@/lib/model/snapshot";
import { consumerSchema, streamEncryptionSchema } from "@/lib/model/stream";
import {
  causeSchema,
  scopeSchema,
  severityRangeSchema,
  severitySchema,
  subjectSchema,
  verdictSchema,
  verdictStatusSchema,
} from "@/lib/model/verdict";

export const grades = ["A", "B", "C", "D", "F"] as const;

const scoreSchema = z.object({
  /** Whole numbers 0 to 100; `worst` counts what is unknown as failed, `best` as passed. */
  worst: z.number().int(),
  best: z.number().int(),
  /** From `worst`. */
  grade: z.enum(grades),
  /** Why `worst` is lower than its weights say: the cap, and the checks that hold it. */
  cap: z.object({ at: z.number().int(), checkIds: z.array(z.string()) }).exactOptional(),
});

/** A stream's environment, and what said so. */
const environmentSchema = z.object({
  name: z.enum(["production", "non-production", "not-stated", "unknown"]),
  /** `tag environment=dev`, `setting`, or why it is not known. */
  because: z.string(),
});

/** One check on one stream. */
const streamVerdictSchema = z.object({
  checkId: z.string(),
  status: verdictStatusSchema,
  severity: severitySchema,
  severityRange: severityRangeSchema.exactOptional(),
  scope: scopeSchema,
  /** Reached at a wider scope, and only shown here. */
  inherited: z.boolean(),
  /** Ids of the subjects that it was reached on. */
  subjects: z.array(z.string()),
  evidence: z.string(),
  causes: z.array(causeSchema.extend({ findingId: z.string() })),
  gaps: z.array(gapSchema),
  reads: z.array(readSchema),
  /** What somebody's word is bound to where the check is answered by one. */
  boundTo: z.array(z.string()).exactOptional(),
  /** Share of what `worst` lacks to 100; the points of a stream add up to it. */
  points: z.number().int(),
  /** Rise of `worst` if this alone passed. */
  gain: z.number().int(),
});

const streamFactsSchema = z.object({
  status: observedSchema(z.string()),
  mode: observedSchema(z.enum(["provisioned", "on-demand"])),
  retentionHours: observedSchema(z.number()),
  createdAt: observedSchema(z.string()),
  encryption: observedSchema(streamEncryptionSchema),
  /** ARN of the key behind `encryption`, where it could be resolved. */
  keyArn: z.string().exactOptional(),
  shards: observedSchema(z.number()),
  channels: observedSchema(z.number()),
  consumers: observedSchema(z.array(consumerSchema)),
  tags: observedSchema(tagsSchema),
  /** Whether a resource policy is attached; its text is in `policies`. */
  resourcePolicy: observedSchema(z.boolean()),
});

const reportStreamSchema = z.object({
  arn: z.string(),
  name: z.string(),
  region: z.string(),
  accountId: z.string(),
  environment: environmentSchema,
  score: scoreSchema.nullable(),
  facts: streamFactsSchema,
  /** Who can do what; account administrators stand in `administrators`, and not again here. */
  duties: z.array(dutyCellSchema),
  /** What could not be read, and may hide somebody who belongs into `duties`. */
  dutyGaps: z.array(gapSchema),
  verdicts: z.array(streamVerdictSchema),
});

/** Somebody who can do so much that it is said once, and not on each stream. */
const administratorSchema = z.object({
  principal: z.string(),
  accountId: z.string(),
  standing: z.enum(["account-administrator", "shadow-administrator", "stream-administrator"]),
  /** Where every stream is administered, written and read; empty for account and shadow administrators. */
  regions: z.array(z.string()),
});

const findingSchema = z.object({
  findingId: z.string(),
  checkId: z.string(),
  status: z.enum(["fail", "unknown", "waived"]),
  severity: severitySchema,
  cause: causeSchema,
  subjects: z.array(subjectSchema),
  /** How many streams it weighs on, inherited or not. */
  streams: z.number().int(),
  streamArns: z.array(z.string()),
  /** The decision by which it is accepted, on all that it weighs on or on some streams. */
  waiver: waiverSchema
    .pick({ id: true, owner: true, reason: true, expiresOn: true, streamArns: true })
    .exactOptional(),
});

const accountScoreSchema = z.object({
  score: scoreSchema.nullable(),
  /** The stream with the lowest `worst`. */
  lowestStreamArn: z.string().exactOptional(),
});

const countsByStatus = z.record(verdictStatusSchema, z.number().int());
const countsBySeverity = z.record(severitySchema, z.number().int());

const totalsSchema = z.object({
  streams: z.number().int(),
  /** Verdicts, each once at its own scope. */
  byStatus: countsByStatus,
  /** Findings that fail. */
  bySeverity: countsBySeverity,
  findings: z.number().int(),
  unreadableDocuments: z.number().int(),
});

const manifestSchema = z.object({
  snapshotSha256: z.string(),
  /** Of the canonical JSON of the report without `manifest`. */
  reportSha256: z.string(),
  rulesVersion: z.string(),
  /** Of the canonical JSON of the members above. */
  manifestSha256: z.string().exactOptional(),
});

/** What pages, API and exports read, and nothing else. */
export const reportSchema = z.object({
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.literal("weir"), version: z.string() }),
  scan: z.object({
    id: z.string(),
    startedAt: z.string(),
    /** When it went on after it had been stopped. */
    resumedAt: z.string().exactOptional(),
    finishedAt: z.string(),
    source: snapshotSourceSchema.shape.kind,
    endpoint: z.string().exactOptional(),
    /** Of the first of `accounts`. */
    accountId: z.string(),
    identityArn: z.string(),
    /** Of all accounts. */
    regions: z.array(z.string()),
    set: checkSetSchema,
    accounts: z.array(
      z.object({
        accountId: z.string(),
        identityArn: z.string(),
        /** Where there are several accounts. */
        regions: z.array(z.string()).exactOptional(),
      }),
    ),
    inactiveAccounts: z.array(inactiveAccountSchema).exactOptional(),
    coverage: z.object({ known: z.number().int(), unknown: z.number().int() }),
    gaps: z.array(gapSchema),
    calls: z.array(callCountSchema),
  }),
  settings: auditSettingsSchema,
  decisions: reportDecisionsSchema,
  /** In an export alone: the page's filters, by which streams and findings were left out. Totals stay the scan's. */
  filter: z.record(z.string(), z.string()).exactOptional(),
  overall: accountScoreSchema,
  /** Where there are several. */
  accountScores: z.array(accountScoreSchema.extend({ accountId: z.string() })).exactOptional(),
  streams: z.array(reportStreamSchema),
  administrators: z.array(administratorSchema),
  /** Of each role that holds a duty on a stream. */
  roleReach: z.array(reportRoleReachSchema),
  accountVerdicts: z.array(
    verdictSchema.extend({
      checkId: z.string(),
      causes: z.array(causeSchema.extend({ findingId: z.string() })),
    }),
  ),
  findings: z.array(findingSchema),
  policies: z.array(reportPolicySchema),
  principals: z.array(reportPrincipalSchema),
  keys: z.array(reportKeySchema),
  networks: z.array(reportNetworkSchema),
  totals: totalsSchema,
  manifest: manifestSchema,
});

export type Grade = (typeof grades)[number];
export type Score = z.infer<typeof scoreSchema>;
export type Environment = z.infer<typeof environmentSchema>;
export type StreamVerdict = z.infer<typeof streamVerdictSchema>;
export type StreamFacts = z.infer<typeof streamFactsSchema>;
export type ReportStream = z.infer<typeof reportStreamSchema>;
export type Administrator = z.infer<typeof administratorSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type ReportPolicy = z.infer<typeof reportPolicySchema>;
export type ReportPrincipal = z.infer<typeof reportPrincipalSchema>;
export type ReportKey = z.infer<typeof reportKeySchema>;
export type ReportNetwork = z.infer<typeof reportNetworkSchema>;
export type Report = z.infer<typeof reportSchema>;
export type ReportTotals = z.infer<typeof totalsSchema>;
