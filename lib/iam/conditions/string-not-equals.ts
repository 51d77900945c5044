import type { Operator } from "@/lib/iam/conditions/operator";
import { plainText } from "@/lib/iam/conditions/pattern-text";
import { triOf } from "@/lib/iam/conditions/tri";

/** Another text than all of the policy's. */
export const stringNotEquals: Operator = {
  name: "StringNotEquals",
  negated: true,
  variables: "substituted",
  compile: (value) => {
    const wanted = plainText(value);
    return (actual) => triOf(actual === wanted);
  },
};
