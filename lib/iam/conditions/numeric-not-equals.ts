import { compareNumbers } from "@/lib/iam/conditions/compare-numbers";
import type { Operator } from "@/lib/iam/conditions/operator";
import { maybe } from "@/lib/iam/conditions/tri";

/** Another number than all of the policy's. */
export const numericNotEquals: Operator = {
  name: "NumericNotEquals",
  negated: true,
  variables: "none",
  compile: compareNumbers((order) => order === 0, maybe),
};
