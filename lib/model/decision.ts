import { z } from "zod";
import { severitySchema } from "@/lib/model/verdict";

/** A day in UTC, `2026-11-26`. */
const daySchema = z.iso.date();

/** What a finding said when somebody accepted it: a waiver holds for no more than that. */
const waivedEvidenceSchema = z.object({
  label: z.string(),
  severity: severitySchema,
  principals: z.array(z.string()),
  streamArns: z.array(z.string()),
  /** SHA-256 of the statements that it pointed at; absent: it pointed at none. */
  statementsSha256: z.string().exactOptional(),
});

/** A finding that its owner accepts until a day. */
export const waiverSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  findingId: z.string(),
  checkId: z.string(),
  /** The streams that it is accepted on; absent: on all that it weighed on. */
  streamArns: z.array(z.string()).exactOptional(),
  reason: z.string(),
  owner: z.string(),
  createdAt: z.string(),
  /** The last day on which it holds. */
  expiresOn: daySchema,
  evidence: waivedEvidenceSchema,
});

/** Somebody's word on what no call to AWS can tell. */
export const attestationSchema = z.object({
  id: z.string(),
  checkId: z.string(),
  streamArn: z.string(),
  owner: z.string(),
  /** What was confirmed, and where that can be looked up. */
  statement: z.string(),
  createdAt: z.string(),
  expiresOn: daySchema,
  /** As the verdict's `boundTo` was. */
  boundTo: z.array(z.string()),
});

/** Why a decision counts, or does not. */
const stateShape = {
  state: z.enum(["in-force", "expired", "changed", "unmatched"]),
  /** One sentence. */
  because: z.string(),
};

/** What people decided about a report, as of a day. */
export const reportDecisionsSchema = z.object({
  on: daySchema,
  waivers: z.array(waiverSchema.extend(stateShape)),
  attestations: z.array(attestationSchema.extend(stateShape)),
});

export type Waiver = z.infer<typeof waiverSchema>;
export type WaivedEvidence = z.infer<typeof waivedEvidenceSchema>;
export type Attestation = z.infer<typeof attestationSchema>;
export type ReportDecisions = z.infer<typeof reportDecisionsSchema>;
export type ReportWaiver = ReportDecisions["waivers"][number];
export type ReportAttestation = ReportDecisions["attestations"][number];
export type DecisionState = ReportWaiver["state"];

/** What a report is judged with, beside what AWS said. */
export interface Decisions {
  /** The day that "today" means. */
  readonly on: string;
  readonly waivers: readonly Waiver[];
  readonly attestations: readonly Attestation[];
}

/** How long a waiver may hold, in days. */
export const waiverDaysMax = 365;

const attestationDaysMax: Readonly<Record<string, number>> = { "KDS-LP-09": 181, "KDS-REST-08": 365 };

/** How long somebody's word may hold on what a check asks, in days; undefined: the check asks nobody. */
export function attestationDays(checkId: string): number | undefined {
  return Object.hasOwn(attestationDaysMax, checkId) ? attestationDaysMax[checkId] : undefined;
}
