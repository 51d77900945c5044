import { compileGlob } from "@/lib/iam/conditions/compile-glob";
import type { Operator } from "@/lib/iam/conditions/operator";
import { triOf } from "@/lib/iam/conditions/tri";

/** Text that none of the policy's patterns covers. */
export const stringNotLike: Operator = {
  name: "StringNotLike",
  negated: true,
  variables: "substituted",
  compile: (value) => {
    const covers = compileGlob(value);
    return (actual) => triOf(covers(actual));
  },
};
