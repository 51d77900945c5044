import type { Scope, Severity, SeverityRange, VerdictStatus } from "@/lib/model/verdict";

/** What the score asks of a check's registry entry; a `Check` fits as it is. */
export interface CheckRow {
  readonly id: string;
  readonly set: "course" | "extended";
  readonly scope: Scope;
  /** The row's first severity: what a pass weighs. */
  readonly severity: Severity;
}

/** One check on one stream, as far as the score asks; what `verdictsOnStreams` returns fits. */
export interface ScoredCheck {
  readonly check: CheckRow;
  readonly status: VerdictStatus;
  /** What a fail weighs. */
  readonly severity: Severity;
  /** Where the fact that picks the variant is unreadable. */
  readonly severityRange?: SeverityRange;
}
