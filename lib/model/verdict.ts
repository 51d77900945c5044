import { z } from "zod";
import { gapSchema, readSchema } from "@/lib/model/observed";
import type { Gap, Read } from "@/lib/model/observed";

export const severities = ["critical", "high", "medium", "low"] as const;
export const scopes = ["stream", "key", "endpoint", "region", "account"] as const;
export const verdictStatuses = ["pass", "fail", "unknown", "not-applicable", "manual", "waived"] as const;

export const severitySchema = z.enum(severities);
export const scopeSchema = z.enum(scopes);
export const verdictStatusSchema = z.enum(verdictStatuses);

/** What a verdict is about, at the check's scope. */
export const subjectSchema = z.object({
  scope: scopeSchema,
  accountId: z.string(),
  /** Absent at account scope. */
  region: z.string().exactOptional(),
  /** ARN of a stream or key, id of an endpoint, name of a Region, id of an account. */
  id: z.string(),
});

/** Points into a policy document of the report's `policies`. */
const documentPointerSchema = z.object({
  policyId: z.string(),
  /** Zero-based; empty: the document as a whole. */
  statements: z.array(z.number().int()),
});

/** The one thing to change. A finding is a check and a cause, over all the subjects that it spoils. */
export const causeSchema = z.object({
  kind: z.enum([
    "stream",
    "statement",
    "policy",
    "principal",
    "trust",
    "key",
    "endpoint",
    "security-group",
    "setting",
    "gap",
  ]),
  /** Stable over scans, and unique among the causes of one check. */
  id: z.string(),
  /** One sentence that says what is so. */
  label: z.string(),
  /** Where causes of one check weigh differently. */
  severity: severitySchema,
  document: documentPointerSchema.exactOptional(),
  /** ARNs of the principals that it concerns, e.g. the holders of a policy. */
  principals: z.array(z.string()).exactOptional(),
});

/** Both ends of what a verdict weighs when the fact that picks the variant is unreadable. */
export const severityRangeSchema = z.object({ heaviest: severitySchema, lightest: severitySchema });

export const verdictSchema = z.object({
  subject: subjectSchema,
  /** `waived` is given later, by waivers; a check never says it. */
  status: verdictStatusSchema,
  /** What a fail weighs; the row's first severity for everything else. */
  severity: severitySchema,
  severityRange: severityRangeSchema.exactOptional(),
  /** Sentences that say what was seen. */
  evidence: z.string(),
  causes: z.array(causeSchema),
  /** The facts that are missing, for `unknown`, and beside a proven fail. */
  gaps: z.array(gapSchema),
  /** The calls that it rests on. */
  reads: z.array(readSchema),
  /** What somebody's word is bound to where the verdict is `manual`: when it changes, the word is asked for again. */
  boundTo: z.array(z.string()).exactOptional(),
});

export type Severity = (typeof severities)[number];
export type Scope = (typeof scopes)[number];
export type VerdictStatus = (typeof verdictStatuses)[number];
export type Subject = z.infer<typeof subjectSchema>;
export type Cause = z.infer<typeof causeSchema>;
export type SeverityRange = z.infer<typeof severityRangeSchema>;
export type Verdict = z.infer<typeof verdictSchema>;

interface Seen {
  /** Sentences that say what was seen. */
  readonly evidence: string;
  readonly reads: readonly Read[];
}

/** What a check says of one subject; the runner adds the row's severity where the check names none. */
export type Judgement =
  | (Seen & { readonly status: "pass"; readonly subject: Subject })
  | (Seen & {
      readonly status: "fail";
      readonly subject: Subject;
      readonly causes: readonly [Cause, ...Cause[]];
      readonly gaps?: readonly Gap[];
      readonly severityRange?: SeverityRange;
    })
  | {
      readonly status: "unknown";
      readonly subject: Subject;
      readonly gaps: readonly [Gap, ...Gap[]];
      readonly evidence?: string;
      readonly reads?: readonly Read[];
      readonly severityRange?: SeverityRange;
    }
  | {
      readonly status: "not-applicable";
      readonly subject: Subject;
      readonly evidence: string;
      readonly reads?: readonly Read[];
    }
  | {
      readonly status: "manual";
      readonly subject: Subject;
      readonly evidence: string;
      readonly boundTo: readonly string[];
      readonly gaps?: readonly Gap[];
      readonly reads?: readonly Read[];
    };

/** The heavier of the severities named; a fail weighs its heaviest cause. */
export function heaviest(first: Severity, ...others: readonly Severity[]): Severity {
  return others.reduce(
    (worst, next) => (severities.indexOf(next) < severities.indexOf(worst) ? next : worst),
    first,
  );
}
