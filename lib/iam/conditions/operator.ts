import type { PatternText } from "@/lib/iam/conditions/pattern-text";
import type { Tri } from "@/lib/iam/conditions/tri";

/** Whether one value of the request is as one value of the policy wants it; of a negated operator, before the negation. */
export type ValueTest = (actual: string) => Tri;

/**
 * A condition operator that compares values, without its set prefix and its `IfExists`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export interface Operator {
  readonly name: string;
  /** Holds when no value of the policy matches, and when the key is missing. */
  readonly negated: boolean;
  /** AWS's pages contradict each other where it is unsettled. */
  readonly variables: "substituted" | "unsettled" | "none";
  readonly compile: (value: PatternText) => ValueTest;
}
