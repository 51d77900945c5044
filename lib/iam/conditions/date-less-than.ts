import { compareDates } from "@/lib/iam/conditions/compare-dates";
import type { Operator } from "@/lib/iam/conditions/operator";

/** An earlier instant. */
export const dateLessThan: Operator = {
  name: "DateLessThan",
  negated: false,
  variables: "none",
  compile: compareDates((secondsAfter) => secondsAfter < 0),
};
