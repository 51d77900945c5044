import { compareDates } from "@/lib/iam/conditions/compare-dates";
import type { Operator } from "@/lib/iam/conditions/operator";

/** An instant that is not later. */
export const dateLessThanEquals: Operator = {
  name: "DateLessThanEquals",
  negated: false,
  variables: "none",
  compile: compareDates((secondsAfter) => secondsAfter <= 0),
};
