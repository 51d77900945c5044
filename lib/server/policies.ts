import "server-only";
import type { Report, ReportPolicy } from "@/lib/model/report";

export interface StatementView {
  /** Zero-based, as evidence counts. */
  readonly index: number;
  readonly sid?: string | undefined;
  /** Lines of `text`, from 1, both included. */
  readonly startLine: number;
  readonly endLine: number;
}

export interface PolicyView {
  readonly policy: ReportPolicy;
  /** As AWS gave it; laid out over lines when it came as one. */
  readonly text: string;
  readonly statements: readonly StatementView[];
  /** Why the statements could not be told apart. */
  readonly problem?: string | undefined;
}

/** A policy document of a report with the lines of its statements; undefined when the report has none of that id. */
export function loadPolicyView(report: Report, policyId: string): PolicyView | undefined {
  const policy = report.policies.find(({ id }) => id === policyId);
  return policy && { policy, text: policy.text, statements: [], problem: policy.problem };
}
