import { compareAddresses } from "@/lib/iam/conditions/compare-addresses";
import type { Operator } from "@/lib/iam/conditions/operator";
import { no } from "@/lib/iam/conditions/tri";

/** An address in the range; a bare address is a range of one. */
export const ipAddress: Operator = {
  name: "IpAddress",
  negated: false,
  variables: "none",
  compile: compareAddresses(no),
};
