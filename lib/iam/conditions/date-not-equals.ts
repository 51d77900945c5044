import { compareDates } from "@/lib/iam/conditions/compare-dates";
import type { Operator } from "@/lib/iam/conditions/operator";

/** Another instant than all of the policy's. */
export const dateNotEquals: Operator = {
  name: "DateNotEquals",
  negated: true,
  variables: "none",
  compile: compareDates((secondsAfter) => secondsAfter === 0),
};
