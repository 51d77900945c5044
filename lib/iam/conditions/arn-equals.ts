import { compareArns } from "@/lib/iam/conditions/compare-arns";
import type { Operator } from "@/lib/iam/conditions/operator";

/** The same as ArnLike, wildcards too. */
export const arnEquals: Operator = {
  name: "ArnEquals",
  negated: false,
  variables: "substituted",
  compile: compareArns,
};
