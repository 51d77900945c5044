import { readEncodedBytes } from "@/lib/iam/conditions/encoded-bytes";
import type { Operator } from "@/lib/iam/conditions/operator";
import { plainText } from "@/lib/iam/conditions/pattern-text";
import { maybe, triOf } from "@/lib/iam/conditions/tri";

/** The same bytes, both in base64. */
export const binaryEquals: Operator = {
  name: "BinaryEquals",
  negated: false,
  variables: "none",
  compile: (value) => {
    const wanted = readEncodedBytes(plainText(value));
    if (wanted === undefined) return () => maybe;
    return (actual) => triOf(readEncodedBytes(actual) === wanted);
  },
};
