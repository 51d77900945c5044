import { z } from "zod";
import type { GrantPointer } from "@/lib/model/duty";
import type { Gap } from "@/lib/model/observed";
import type { Party } from "@/lib/model/stream-access";

/** How a trust policy names whom it lets in from outside the account's own users and roles. */
const wayInKinds = ["service", "oidc", "saml", "account", "everyone", "deleted", "unrecognised"] as const;

/** How many of those that reach a role are listed; the others are a count. */
export const listedAssumersMax = 100;

/** Who can become a role: the account's own principals by a path of roles, and whom its trust policy lets in. */
export const reportRoleReachSchema = z.object({
  role: z.string(),
  accountId: z.string(),
  /** Own users and roles, those on the surest and shortest path first; account administrators are not repeated here. */
  assumers: z.array(
    z.object({
      principal: z.string(),
      /** The roles that it assumes one after the other, of which the last is the role itself. */
      path: z.array(z.string()),
      /** Whether every step is allowed for sure; otherwise it hangs on conditions. */
      sure: z.boolean(),
    }),
  ),
  /** How many there are, listed or not. */
  assumerCount: z.number().int(),
  waysIn: z.array(
    z.object({
      kind: z.enum(wayInKinds),
      /** A service, the ARN of an identity provider, the ARN or id of an account or principal; `*` for everyone. */
      who: z.string(),
      /** As written, e.g. `StringEquals sts:ExternalId: 1234`. */
      conditions: z.array(z.string()),
    }),
  ),
  /** Why the trust policy could not be read: then nobody knows who can become the role. */
  problem: z.string().exactOptional(),
});

export type ReportRoleReach = z.infer<typeof reportRoleReachSchema>;
export type WayInKind = (typeof wayInKinds)[number];

/** One of the account's own users and roles that may assume a role, in one step. */
export interface Assumer {
  readonly party: Party;
  /** False: it hangs on what is not known, such as MFA. */
  readonly isSure: boolean;
  /** The statements of its own policies and of the trust policy. */
  readonly via: readonly GrantPointer[];
}

/** Somebody whom a trust policy names and who is none of the account's own users and roles. */
export interface WayIn {
  readonly kind: WayInKind;
  readonly who: string;
  /** Zero-based, in the trust policy. */
  readonly statement: number;
  readonly conditions: readonly TrustCondition[];
}

export interface TrustCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** The shortest way on which a party becomes a role. */
export interface RolePath {
  readonly party: Party;
  /** ARNs of the roles that it assumes one after the other, of which the last is the one asked for. */
  readonly roles: readonly string[];
  /** Whether every step is allowed for sure. */
  readonly isSure: boolean;
}

/** Who can become whom in one account, boundaries and organization policies applied at every step. */
export interface RoleReach {
  readonly assumers: (roleArn: string) => readonly Assumer[];
  readonly waysIn: (roleArn: string) => readonly WayIn[];
  /** Every own party that can become a role, by the surest, then the shortest path. */
  readonly pathsTo: (roleArn: string) => readonly RolePath[];
  /** ARNs of the roles that a party can become, directly or through others. */
  readonly rolesReachedBy: (partyArn: string) => ReachedRoles;
  /** Why nobody can tell who may assume a role; undefined where its trust policy was read. */
  readonly gapOf: (roleArn: string) => Gap | undefined;
}

export interface ReachedRoles {
  readonly sure: readonly string[];
  /** Those that are sure among them. */
  readonly possible: readonly string[];
}
