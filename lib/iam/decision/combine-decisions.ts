import type { Decision } from "@/lib/iam/decision/decide";

const strongestFirst = ["explicitly-denied", "implicitly-denied", "undetermined", "allowed"] as const;

/**
 * The decision on an action that is authorised on several resources, such as a stream and the key that it is
 * to be encrypted with: each of them has to be allowed.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function combineDecisions(decisions: readonly Decision[]): Decision {
  return strongestFirst.find((each) => decisions.includes(each)) ?? "implicitly-denied";
}
