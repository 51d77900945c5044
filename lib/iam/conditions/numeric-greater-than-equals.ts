import { compareNumbers } from "@/lib/iam/conditions/compare-numbers";
import type { Operator } from "@/lib/iam/conditions/operator";
import { no } from "@/lib/iam/conditions/tri";

/** A number that is not smaller. */
export const numericGreaterThanEquals: Operator = {
  name: "NumericGreaterThanEquals",
  negated: false,
  variables: "none",
  compile: compareNumbers((order) => order >= 0, no),
};
