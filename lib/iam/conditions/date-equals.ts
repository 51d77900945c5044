import { compareDates } from "@/lib/iam/conditions/compare-dates";
import type { Operator } from "@/lib/iam/conditions/operator";

/** The same instant, in whatever zone or notation. */
export const dateEquals: Operator = {
  name: "DateEquals",
  negated: false,
  variables: "none",
  compile: compareDates((secondsAfter) => secondsAfter === 0),
};
