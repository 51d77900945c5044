import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import type { AccessWorld } from "@/lib/kinesis/access/access-world";
import type { PolicedParty } from "@/lib/kinesis/access/own-parties";
import type { Permission } from "@/lib/kinesis/reach/permission";
import type { ReachIndex } from "@/lib/kinesis/reach/reach-index";
import type { RoleCompute } from "@/lib/kinesis/reach/role-compute";
import type { Statement } from "@/lib/iam/statement";
import type { IamInventory } from "@/lib/model/iam-inventory";
import type { Technique } from "@/lib/model/role-reach";
import type { Party } from "@/lib/model/stream-access";

export const recordDuties = ["produce", "consume"] as const;
export type RecordDuty = (typeof recordDuties)[number];

/** What a step leads to. */
export type Gain =
  /** The powers of another identity, or as much of them as a service uses for one. */
  | {
      readonly kind: "becomes";
      readonly arn: string;
      readonly duties: readonly RecordDuty[];
      /** Whether it can administer with them, too. */
      readonly isWhole: boolean;
    }
  /** Policies beside those that an identity has. */
  | { readonly kind: "rewrites"; readonly scenario: Scenario };

/** An identity as it would be with other policies, which its boundary and the organization limit still. */
export interface Scenario {
  readonly id: string;
  readonly changed: PolicedParty;
}

/** A step that a party can take, and what it leads to. */
export interface Lead {
  readonly party: Party;
  readonly technique: Technique;
  readonly target: string;
  readonly actions: readonly string[];
  readonly permission: Permission;
  readonly gain: Gain;
}

/** What the techniques look at. */
export interface TechniqueWorld {
  readonly world: AccessWorld;
  readonly reach: ReachIndex;
  readonly inventory: IamInventory;
  /** Own users and roles by ARN. */
  readonly policedOf: ReadonlyMap<string, PolicedParty>;
  /** The places of the users and roles that hold records or administer the account: whom it pays to become. */
  readonly worthwhile: ResourceSet;
  /** The roles that a party can become by paths: for sure, and possibly. */
  readonly reachedBy: (partyArn: string) => { readonly sure: ResourceSet; readonly possible: ResourceSet };
  /** The statements of a role's trust policy; undefined where it cannot be read. */
  readonly trustOf: (roleArn: string) => readonly Statement[] | undefined;
  /** What runs as a role. */
  readonly computeOf: (roleArn: string) => RoleCompute;
}

export type FindLeads = (world: TechniqueWorld, policed: PolicedParty) => Iterable<Lead>;

export const everything: Pick<Extract<Gain, { kind: "becomes" }>, "duties" | "isWhole"> = {
  duties: recordDuties,
  isWhole: true,
};

/** AWS keeps its own roles, and those of IAM Identity Center, from being changed by anybody else. */
export function isProtected({ path, isServiceLinked }: Pick<Party, "path" | "isServiceLinked">): boolean {
  return isServiceLinked || path.startsWith("/aws-reserved/");
}
