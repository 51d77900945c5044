import type { Operator } from "@/lib/iam/conditions/operator";
import { plainText } from "@/lib/iam/conditions/pattern-text";
import { triOf } from "@/lib/iam/conditions/tri";

/** Another text than all of the policy's, whatever the case of its letters. */
export const stringNotEqualsIgnoreCase: Operator = {
  name: "StringNotEqualsIgnoreCase",
  negated: true,
  variables: "substituted",
  compile: (value) => {
    const wanted = plainText(value).toLowerCase();
    return (actual) => triOf(actual.toLowerCase() === wanted);
  },
};
