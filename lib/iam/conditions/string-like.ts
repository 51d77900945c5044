import { compileGlob } from "@/lib/iam/conditions/compile-glob";
import type { Operator } from "@/lib/iam/conditions/operator";
import { triOf } from "@/lib/iam/conditions/tri";

/** Text that `*` and `?` cover, case and all. */
export const stringLike: Operator = {
  name: "StringLike",
  negated: false,
  variables: "substituted",
  compile: (value) => {
    const covers = compileGlob(value);
    return (actual) => triOf(covers(actual));
  },
};
