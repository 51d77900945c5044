import type { Operator } from "@/lib/iam/conditions/operator";
import { plainText } from "@/lib/iam/conditions/pattern-text";
import { triOf } from "@/lib/iam/conditions/tri";

/** The same text, case and all; `*` and `?` stand for themselves. */
export const stringEquals: Operator = {
  name: "StringEquals",
  negated: false,
  variables: "substituted",
  compile: (value) => {
    const wanted = plainText(value);
    return (actual) => triOf(actual === wanted);
  },
};
