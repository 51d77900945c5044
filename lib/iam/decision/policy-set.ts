import type { CompiledPolicy } from "@/lib/iam/decision/compile-policy";

/** Every policy that has a say in a request. What is left out does not exist. */
export interface PolicySet {
  /** Inline and managed, a user's groups included. */
  readonly identityPolicies?: readonly CompiledPolicy[];
  readonly boundary?: CompiledPolicy;
  readonly sessionPolicy?: CompiledPolicy;
  /** One list for each level, the organization's root first; absent where there is no organization. */
  readonly scps?: readonly (readonly CompiledPolicy[])[];
  /** Those of the resource's owner. */
  readonly rcps?: readonly (readonly CompiledPolicy[])[];
  /** Of the resource; a key's policy and a role's trust policy, too. */
  readonly resourcePolicy?: CompiledPolicy;
  /** Of the endpoints, through one of which the request comes. */
  readonly endpointPolicies?: readonly CompiledPolicy[];
}
