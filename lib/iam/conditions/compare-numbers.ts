import type { ValueTest } from "@/lib/iam/conditions/operator";
import { plainText } from "@/lib/iam/conditions/pattern-text";
import type { PatternText } from "@/lib/iam/conditions/pattern-text";
import { maybe, triOf } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

/** Negative, zero or positive, as for a sort. */
type Holds = (order: number) => boolean;

/**
 * Compares numbers. A value of the policy that is no number may match or not: AWS does not say whether
 * it refuses such a policy.
 */
export function compareNumbers(holds: Holds, whenActualIsNoNumber: Tri): (value: PatternText) => ValueTest {
  return (value) => {
    const wanted = readNumber(plainText(value));
    if (!wanted) return () => maybe;
    return (text) => {
      const actual = readNumber(text);
      return actual ? triOf(holds(order(actual, wanted))) : whenActualIsNoNumber;
    };
  };
}

interface DecimalNumber {
  readonly value: number;
  /** Of a whole number: exact however long it is. */
  readonly whole?: bigint;
}

const longestNumber = 400;

function readNumber(text: string): DecimalNumber | undefined {
  if (text.length > longestNumber) return undefined;
  if (/^[+-]?\d+$/.test(text)) return { value: Number(text), whole: BigInt(text.replace("+", "")) };
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? { value: Number(text) } : undefined;
}

function order(one: DecimalNumber, other: DecimalNumber): number {
  if (one.whole === undefined || other.whole === undefined) return one.value - other.value;
  if (one.whole === other.whole) return 0;
  return one.whole < other.whole ? -1 : 1;
}
