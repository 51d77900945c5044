import { compareDates } from "@/lib/iam/conditions/compare-dates";
import type { Operator } from "@/lib/iam/conditions/operator";

/** A later instant. */
export const dateGreaterThan: Operator = {
  name: "DateGreaterThan",
  negated: false,
  variables: "none",
  compile: compareDates((secondsAfter) => secondsAfter > 0),
};
