import { compareNumbers } from "@/lib/iam/conditions/compare-numbers";
import type { Operator } from "@/lib/iam/conditions/operator";
import { no } from "@/lib/iam/conditions/tri";

/** The same number, however it is written. */
export const numericEquals: Operator = {
  name: "NumericEquals",
  negated: false,
  variables: "none",
  compile: compareNumbers((order) => order === 0, no),
};
