import type { AccessResource } from "@/lib/iam/access-index/access-input";
import type { Grant } from "@/lib/iam/access-index/granting-statements";
import type { SetPair } from "@/lib/iam/access-index/set-pair";
import type { Explanation } from "@/lib/iam/decision/explain";

/** A principal that may do an action on a resource. */
export interface Holder {
  readonly principalArn: string;
  /** True: allowed for sure. False: it hangs on what is not known. */
  readonly isSure: boolean;
}

/** Values of condition keys that one request has; an empty list is a key that is absent for sure. */
export type ToldContext = Iterable<readonly [string, readonly string[]]>;

/**
 * Which principals can do which actions on which resources, of a whole account. Sets hold places in
 * {@link resources}: `placesOf`, `hasPlace` and `countPlaces` of `resource-set.ts` read them.
 */
export interface AccessIndex {
  /** In the order of their places. */
  readonly resources: readonly AccessResource[];
  /** As given. */
  readonly principalArns: readonly string[];
  /** As given. */
  readonly actions: readonly string[];
  /** The resources that a principal can do an action on for sure, and those that it may. */
  readonly access: (principalArn: string, action: string) => SetPair;
  /** Those whom a resource is open to, in the order given. */
  readonly holders: (action: string, resourceArn: string) => Generator<Holder>;
  /** The decision for one triple, through which statements, and which condition keys would settle it. */
  readonly explain: (
    principalArn: string,
    action: string,
    resourceArn: string,
    told?: ToldContext,
  ) => Explanation;
  /** The statements of a principal's own policies that its access to an action rests on. */
  readonly grants: (principalArn: string, action: string) => readonly Grant[];
  /** A digest of every answer: equal for equal answers, whatever the order of the policies was. */
  readonly checksum: () => string;
}
