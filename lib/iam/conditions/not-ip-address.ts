import { compareAddresses } from "@/lib/iam/conditions/compare-addresses";
import type { Operator } from "@/lib/iam/conditions/operator";
import { maybe } from "@/lib/iam/conditions/tri";

/** An address in none of the policy's ranges. */
export const notIpAddress: Operator = {
  name: "NotIpAddress",
  negated: true,
  variables: "none",
  compile: compareAddresses(maybe),
};
