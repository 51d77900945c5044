import { compareNumbers } from "@/lib/iam/conditions/compare-numbers";
import type { Operator } from "@/lib/iam/conditions/operator";
import { no } from "@/lib/iam/conditions/tri";

/** A smaller number. */
export const numericLessThan: Operator = {
  name: "NumericLessThan",
  negated: false,
  variables: "none",
  compile: compareNumbers((order) => order < 0, no),
};
