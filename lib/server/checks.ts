import "server-only";
import { checks } from "@/lib/checks/registry";
import { areaOf } from "@/lib/model/check";
import type { Check, CheckArea, CheckId, CheckWords, ReadablePart } from "@/lib/model/check";
import { actionsBehind } from "@/lib/model/part-actions";
import type { Scope, Severity } from "@/lib/model/verdict";
import { requireViewer } from "@/lib/server/viewer";

/** A check as pages and the API show it: everything but the function. */
export interface CheckView extends CheckWords {
  readonly id: CheckId;
  readonly area: CheckArea | undefined;
  readonly set: "course" | "extended";
  readonly severity: Severity;
  readonly isManual?: true;
  readonly scope: Scope;
  readonly reads: readonly ReadablePart[];
  /** The IAM actions that its facts are read with. */
  readonly actions: readonly string[];
}

/** All checks, in the registry's order. */
export async function loadChecks(): Promise<readonly CheckView[]> {
  await requireViewer();
  return checks.map(toView);
}

function toView(check: Check): CheckView {
  return {
    id: check.id,
    area: areaOf(check.id),
    set: check.set,
    severity: check.severity,
    ...(check.isManual && { isManual: true }),
    scope: check.scope,
    reads: check.reads,
    actions: actionsBehind(check.reads),
    title: check.title,
    rationale: check.rationale,
    looksAt: check.looksAt,
    remediation: check.remediation,
    ...(check.coursePoint !== undefined && { coursePoint: check.coursePoint }),
    frameworks: check.frameworks,
    sources: check.sources,
  };
}
