import { contains, readIpRange } from "@/lib/iam/conditions/ip-range";
import type { ValueTest } from "@/lib/iam/conditions/operator";
import { plainText } from "@/lib/iam/conditions/pattern-text";
import type { PatternText } from "@/lib/iam/conditions/pattern-text";
import { maybe, triOf } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

/** Whether an address lies in a range; a range that cannot be read may hold it or not. */
export function compareAddresses(whenActualIsNoAddress: Tri): (value: PatternText) => ValueTest {
  return (value) => {
    const range = readIpRange(plainText(value));
    if (!range) return () => maybe;
    return (text) => {
      const actual = text.includes("/") ? undefined : readIpRange(text);
      return actual ? triOf(contains(range, actual)) : whenActualIsNoAddress;
    };
  };
}
