import type { ReportPolicy } from "@/lib/model/report";

/** A policy document before it is read. */
export type FoundPolicy = Omit<ReportPolicy, "statementCount" | "problem" | "text"> & {
  /** Undefined: AWS named the policy and gave no document. */
  readonly text: string | undefined;
};
