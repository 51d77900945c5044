import { compileGlob } from "@/lib/iam/conditions/compile-glob";
import type { ValueTest } from "@/lib/iam/conditions/operator";
import type { Fragment, PatternText } from "@/lib/iam/conditions/pattern-text";
import { maybe, no, triOf } from "@/lib/iam/conditions/tri";

const arnPartCount = 6;

/**
 * Compares the six parts of an ARN one by one: a `*` does not reach beyond its colon. AWS does not say
 * what it does with text that has fewer parts, `*` alone among it: such a pattern may match what it covers
 * as a whole.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function compareArns(pattern: PatternText): ValueTest {
  const parts = splitPattern(pattern).map((part) => compileGlob(part));
  const whole = compileGlob(pattern);
  return (actual) => {
    const actualParts = splitArn(actual);
    if (parts.length < arnPartCount || actualParts.length < arnPartCount) return whole(actual) ? maybe : no;
    return triOf(actualParts.every((part, index) => parts[index]?.(part)));
  };
}

function splitArn(text: string): string[] {
  const parts = text.split(":");
  return [...parts.slice(0, arnPartCount - 1), ...rest(parts)];
}

/** What follows the fifth colon is one part, however many colons it has. */
function rest(parts: readonly string[]): string[] {
  return parts.length < arnPartCount ? [] : [parts.slice(arnPartCount - 1).join(":")];
}

/** The colons of a variable's value separate as well: `${aws:PrincipalArn}` is an ARN. */
function splitPattern(pattern: PatternText): Fragment[][] {
  let part: Fragment[] = [];
  const parts = [part];
  for (const { text, literal } of pattern) {
    const room = arnPartCount - parts.length;
    const pieces = text.split(":");
    const [first = "", ...others] = [...pieces.slice(0, room), pieces.slice(room).join(":")].slice(
      0,
      pieces.length,
    );
    part.push({ text: first, literal });
    for (const other of others) parts.push((part = [{ text: other, literal }]));
  }
  return parts;
}
