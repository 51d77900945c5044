import type { Operator } from "@/lib/iam/conditions/operator";
import { plainText } from "@/lib/iam/conditions/pattern-text";
import { triOf } from "@/lib/iam/conditions/tri";

/** The same text, whatever the case of its letters. */
export const stringEqualsIgnoreCase: Operator = {
  name: "StringEqualsIgnoreCase",
  negated: false,
  variables: "substituted",
  compile: (value) => {
    const wanted = plainText(value).toLowerCase();
    return (actual) => triOf(actual.toLowerCase() === wanted);
  },
};
