import type { Duty, DutyCell } from "@/lib/model/duty";
import type { ReportTotals, Score } from "@/lib/model/report";
import type { AuditSettings } from "@/lib/model/settings";
import type { Severity } from "@/lib/model/verdict";

/**
 * What became of a finding between two scans. `by-rules-new` and `by-rules-gone`: what AWS said is the same in what
 * matters here, and other rules or settings judge it otherwise. `unreadable`: nobody can say any more; `readable`:
 * nobody could say before. `not-compared`: one of the scans did not look at its Regions.
 */
export const findingChanges = [
  "new",
  "fixed",
  "changed",
  "accepted",
  "reopened",
  "unreadable",
  "readable",
  "by-rules-new",
  "by-rules-gone",
  "by-rules-changed",
  "not-compared",
] as const;

export type FindingChangeKind = (typeof findingChanges)[number];

export interface FindingChange {
  readonly change: FindingChangeKind;
  readonly findingId: string;
  readonly checkId: string;
  readonly severity: Severity;
  /** What is so, or was where it is gone. */
  readonly label: string;
  /** How many streams it weighs on, or did. */
  readonly streams: number;
  /** What differs, for those that changed; a sentence each. */
  readonly details: readonly string[];
}

export interface StreamChange {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly change: "appeared" | "gone" | "scored";
  readonly before: Score | null;
  readonly after: Score | null;
}

export interface DutyChange {
  readonly streamArn: string;
  readonly name: string;
  readonly principal: string;
  readonly duty: Duty;
  readonly change: "lost" | "gained";
}

/** What tells a scan from others. */
export interface ComparedScan {
  readonly id: string;
  readonly finishedAt: string;
  readonly accountIds: readonly string[];
  readonly regions: readonly string[];
  readonly source: "aws" | "endpoint" | "demo";
  readonly toolVersion: string;
  readonly rulesVersion: string;
}

export interface SettingChange {
  readonly name: keyof AuditSettings;
  /** JSON; absent: it was not declared. */
  readonly before?: string;
  readonly after?: string;
}

/** What differs between two scans that have accounts in common, by the same set of checks. */
export interface ScanComparison {
  readonly set: "course" | "full";
  readonly before: ComparedScan;
  readonly after: ComparedScan;
  readonly overall: { readonly before: Score | null; readonly after: Score | null };
  readonly rulesChanged: boolean;
  readonly settings: readonly SettingChange[];
  readonly counts: Readonly<Record<FindingChangeKind, number>>;
  /** By kind, then severity, then streams. */
  readonly findings: readonly FindingChange[];
  readonly streams: readonly StreamChange[];
  readonly duties: readonly DutyChange[];
}

/** One principal on one stream: which duties it holds before and after. */
export interface DutyRowChange {
  readonly streamArn: string;
  readonly name: string;
  readonly principal: string;
  readonly before: readonly Pick<DutyCell, "duty" | "access" | "key">[];
  readonly after: readonly Pick<DutyCell, "duty" | "access" | "key">[];
}

/** What would be otherwise, were the account changed. */
export interface WhatIf extends Pick<ScanComparison, "overall" | "findings" | "streams" | "duties"> {
  /** How many verdicts there are of each status. */
  readonly verdicts: Readonly<Record<"before" | "after", ReportTotals["byStatus"]>>;
  /** Those whose duties differ, or hang on something else. */
  readonly matrix: readonly DutyRowChange[];
}
