import { compareArns } from "@/lib/iam/conditions/compare-arns";
import type { Operator } from "@/lib/iam/conditions/operator";

/** An ARN that none of the policy's patterns covers. */
export const arnNotLike: Operator = {
  name: "ArnNotLike",
  negated: true,
  variables: "substituted",
  compile: compareArns,
};
