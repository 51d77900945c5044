import { maybe, triOf } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

/** The one operator that looks at whether a key is there, and not at its value. */
export interface PresenceOperator {
  readonly name: string;
  readonly compile: (value: string) => (present: boolean) => Tri;
}

/** `true`: the key is absent; `false`: it is there. */
export const nullOperator: PresenceOperator = {
  name: "Null",
  compile: (value) => {
    if (value !== "true" && value !== "false") return () => maybe;
    const wantsPresent = value === "false";
    return (present) => triOf(present === wantsPresent);
  },
};
