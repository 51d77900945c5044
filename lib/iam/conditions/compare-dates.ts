import type { ValueTest } from "@/lib/iam/conditions/operator";
import { plainText } from "@/lib/iam/conditions/pattern-text";
import type { PatternText } from "@/lib/iam/conditions/pattern-text";
import { readInstant } from "@/lib/iam/conditions/read-instant";
import { maybe, triOf } from "@/lib/iam/conditions/tri";

/** Compares instants; text that may be read in two ways, or in none, may match or not. */
export function compareDates(holds: (secondsAfter: number) => boolean): (value: PatternText) => ValueTest {
  return (value) => {
    const wanted = readInstant(plainText(value));
    if (wanted === undefined) return () => maybe;
    return (text) => {
      const actual = readInstant(text);
      return actual === undefined ? maybe : triOf(holds(actual - wanted));
    };
  };
}
