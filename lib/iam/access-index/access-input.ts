import type { Tags } from "@/lib/iam/access-index/known-facts";

/** A document with the name that evidence points at: a managed policy's ARN, or a name of `policyId`. */
export interface PolicySource {
  readonly policy: string;
  /** The JSON text. One that cannot be read may allow and deny everything. */
  readonly text: string;
}

export interface AccessResource {
  /** `*` stands for what actions without resource types are asked for. */
  readonly arn: string;
  /** As the service authorization reference calls it: `stream`, `consumer`, `channel`, `key`, `role`. */
  readonly kind: string;
  readonly accountId: string;
  /** Absent for resources of no Region, such as roles. */
  readonly region?: string;
  /** Absent: not read. */
  readonly tags?: Tags;
  /** Null: the account is in no organization. Absent: not read. */
  readonly organizationId?: string | null;
  /** Of a stream, consumer or key; a role's trust policy. Absent: none is attached. */
  readonly resourcePolicy?: PolicySource;
  /** Levels of the owner's organization, from the root to the account; none where none bind it. */
  readonly rcps?: readonly (readonly PolicySource[])[];
  /** Of a key: RCPs leave those of AWS alone. */
  readonly isAwsManagedKey?: boolean;
}

export interface AccessAction {
  /** `kinesis:PutRecord`. */
  readonly name: string;
  /** The kinds of resource that a policy can name for it. */
  readonly resourceKinds: readonly string[];
  /**
   * Kinds that it works on although the reference lists none: whether AWS accepts their ARNs in a policy
   * is open, and `*` is what it accepts for sure. So with `kinesis:UpdateShardCount` and streams.
   */
  readonly unlistedKinds?: readonly string[];
}

export interface AccessPrincipal {
  /**
   * Of a user or role; or of an account, as in `arn:aws:iam::444455556666:root`, for whoever it is of that
   * account whom no policy names. Of those nobody knows the policies, the boundary and the tags, whatever
   * stands here.
   */
  readonly arn: string;
  readonly accountId: string;
  /** The unique id of a user, which `aws:userid` holds. */
  readonly userId?: string;
  /** Null: the account is in no organization. Absent: not read. */
  readonly organizationId?: string | null;
  /** Of the organization, where it is known: SCPs and RCPs leave it alone. */
  readonly managementAccountId?: string;
  /** Absent: not read. Session tags are taken as absent, as session policies are. */
  readonly tags?: Tags;
  /** Inline and attached ones, those of the groups included. */
  readonly policies: readonly PolicySource[];
  readonly boundary?: PolicySource;
  /** Levels from the root to the account; none where there are none. Service-linked roles and the management account are left out of them here. */
  readonly scps: readonly (readonly PolicySource[])[];
}

export interface AccessInput {
  /** Values of condition keys that every request is told to have; an empty list is a key that is absent for sure. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly resources: readonly AccessResource[];
  readonly actions: readonly AccessAction[];
  readonly principals: readonly AccessPrincipal[];
}
