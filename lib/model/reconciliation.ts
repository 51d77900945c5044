import type { Report } from "@/lib/model/report";
import type { Severity, VerdictStatus } from "@/lib/model/verdict";

/** Tools whose findings can be held to a scan. */
export const foreignTools = ["prowler", "security-hub"] as const;
export type ForeignTool = (typeof foreignTools)[number];

/** What another tool says of a check. `undecided`: it warns, could not tell, or leaves it to a person. */
export type ForeignStatus = "pass" | "fail" | "undecided";

/** Where a row of a file ends up: each in exactly one. */
export const rowBuckets = ["agree", "disagree", "undecided", "only-there", "aside", "unreadable"] as const;
export type RowBucket = (typeof rowBuckets)[number];

/** What another tool says of a data stream. All of it is text of whoever wrote the file. */
export interface ForeignFinding {
  readonly tool: ForeignTool;
  /** As the tool calls it: `kinesis_stream_encrypted_at_rest`, `Kinesis.1`. */
  readonly checkId: string;
  readonly status: ForeignStatus;
  /** The tool's own word for it. */
  readonly word: string;
  /** Muted or suppressed there. */
  readonly accepted: boolean;
  readonly streamArn: string;
  /** What it gives as its reason; empty where it gives none. */
  readonly says: string;
  /** When it says so, as it writes it. */
  readonly at?: string;
}

interface Place {
  /** Its number among the rows, from 1. */
  readonly row: number;
  /** The line on which it begins, from 1. */
  readonly line: number;
}

export interface RowOfFinding extends Place {
  readonly theirs: ForeignFinding;
}

/** A row about a stream of the scan, beside the verdict on the same question. */
export interface ComparedRow extends RowOfFinding {
  readonly streamName: string;
  readonly checkId: string;
  readonly status: VerdictStatus;
  readonly severity: Severity;
  /** What was read here that decides it, and what the two tools do otherwise; a sentence each. */
  readonly because: readonly string[];
}

/** A row to which the scan has no verdict. */
export interface UnmatchedRow extends RowOfFinding {
  readonly because: string;
}

export interface UnreadableRow extends Place {
  readonly problem: string;
}

/** Verdicts of one check on streams that the file does not name for it. */
export interface SilentCheck {
  readonly checkId: string;
  /** What the tools of the file call it. */
  readonly theirChecks: readonly string[];
  readonly streams: readonly {
    readonly arn: string;
    readonly name: string;
    readonly status: VerdictStatus;
  }[];
}

/** A check with findings that no check of the other tools asks for. */
export interface UnaskedCheck {
  readonly checkId: string;
  readonly failing: number;
  readonly unknown: number;
}

/** The findings of another tool, held to a scan. */
export interface Reconciliation {
  readonly schemaVersion: 1;
  readonly scan: Pick<
    Report["scan"],
    "id" | "accountId" | "startedAt" | "finishedAt" | "source" | "endpoint" | "regions" | "set"
  >;
  readonly tools: readonly ForeignTool[];
  /** How many rows the file has; the counts add up to it. */
  readonly rows: number;
  readonly counts: Readonly<Record<RowBucket, number>>;
  readonly agree: readonly ComparedRow[];
  readonly disagree: readonly ComparedRow[];
  readonly undecided: readonly ComparedRow[];
  readonly onlyThere: readonly UnmatchedRow[];
  /** What was left aside, and how many rows of it. */
  readonly aside: readonly { readonly what: string; readonly rows: number }[];
  readonly unreadable: readonly UnreadableRow[];
  readonly onlyHere: {
    readonly silent: readonly SilentCheck[];
    readonly unasked: readonly UnaskedCheck[];
  };
}
