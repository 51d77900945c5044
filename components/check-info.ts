import type { CheckArea, CheckWords } from "@/lib/model/check";
import type { Scope, Severity } from "@/lib/model/verdict";

/** A check as pages show it. */
export interface CheckInfo extends CheckWords {
  readonly id: string;
  readonly area: CheckArea | undefined;
  readonly set: "course" | "extended";
  readonly severity: Severity;
  /** A person answers it, and it weighs nothing. */
  readonly isManual?: true;
  readonly scope: Scope;
  readonly reads: readonly string[];
}

/** The sentence of a check; its id for one that this version of Weir does not know. */
export function titleOf(checks: readonly Pick<CheckInfo, "id" | "title">[], checkId: string): string {
  return checks.find(({ id }) => id === checkId)?.title ?? checkId;
}
