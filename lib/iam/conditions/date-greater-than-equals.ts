import { compareDates } from "@/lib/iam/conditions/compare-dates";
import type { Operator } from "@/lib/iam/conditions/operator";

/** An instant that is not earlier. */
export const dateGreaterThanEquals: Operator = {
  name: "DateGreaterThanEquals",
  negated: false,
  variables: "none",
  compile: compareDates((secondsAfter) => secondsAfter >= 0),
};
