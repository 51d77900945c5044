import { compareArns } from "@/lib/iam/conditions/compare-arns";
import type { Operator } from "@/lib/iam/conditions/operator";

/** An ARN, part by part. */
export const arnLike: Operator = {
  name: "ArnLike",
  negated: false,
  variables: "substituted",
  compile: compareArns,
};
