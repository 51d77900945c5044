import type { Operator } from "@/lib/iam/conditions/operator";
import { plainText } from "@/lib/iam/conditions/pattern-text";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

/** The same of `true` and `false`. Whether AWS minds their case, or knows more words, it does not say. */
export const bool: Operator = {
  name: "Bool",
  negated: false,
  variables: "unsettled",
  compile: (value) => {
    const wanted = plainText(value);
    if (!/^(?:true|false)$/i.test(wanted)) return () => maybe;
    return (actual) => {
      if (actual.toLowerCase() !== wanted.toLowerCase()) return no;
      return actual === wanted ? yes : maybe;
    };
  },
};
