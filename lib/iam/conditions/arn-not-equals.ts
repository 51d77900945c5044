import { compareArns } from "@/lib/iam/conditions/compare-arns";
import type { Operator } from "@/lib/iam/conditions/operator";

/** The same as ArnNotLike, wildcards too. */
export const arnNotEquals: Operator = {
  name: "ArnNotEquals",
  negated: true,
  variables: "substituted",
  compile: compareArns,
};
