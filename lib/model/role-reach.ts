import { z } from "zod";
import type { Duty, GrantPointer } from "@/lib/model/duty";
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
interface Assumer {
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

interface TrustCondition {
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

/** In what one step a principal gives itself more than it has. */
export type Technique =
  | "write-policy"
  | "join-group"
  | "change-trust"
  | "create-credentials"
  | "pass-role"
  | "assume-role"
  | "put-code"
  | "create-channel"
  | "resource-policy"
  | "key-policy"
  | "tag-stream";

/** `unknown`: a document that could not be read decides. */
export type Certainty = "sure" | "conditional" | "unknown";

/** One step by which a party gets more than it was given. */
export interface Escalation {
  readonly party: Party;
  readonly technique: Technique;
  /** ARN of the user, role or group whose powers it gets, or of the stream that it opens. */
  readonly target: string;
  /** What it has to be allowed, e.g. `iam:PassRole` and `lambda:CreateFunction`. */
  readonly actions: readonly string[];
  readonly certainty: Certainty;
  /** Condition keys, or in words what `conditional` hangs on. */
  readonly conditions: readonly string[];
}

/** What an escalation gives on one stream to a party that has no access to its records. */
export interface RecordEscalation extends Escalation {
  readonly duties: readonly Duty[];
}

/** Who can become whom in one account, boundaries and organization policies applied at every step. */
export interface RoleReach {
  readonly assumers: (roleArn: string) => readonly Assumer[];
  readonly waysIn: (roleArn: string) => readonly WayIn[];
  /** Every own party that can become a role, by the surest, then the shortest path. */
  readonly pathsTo: (roleArn: string) => readonly RolePath[];
  /** The paths that are left if every request has these values of condition keys; an empty list is an absent key. */
  readonly pathsUnder: (
    context: Readonly<Record<string, readonly string[]>>,
  ) => (roleArn: string) => readonly RolePath[];
  /** ARNs of the roles that a party can become, directly or through others. */
  readonly rolesReachedBy: (partyArn: string) => ReachedRoles;
  /** Every step by which a party gets the powers of another identity, or may rewrite its own. */
  readonly escalations: (partyArn: string) => readonly Escalation[];
  /** The steps to the records of a stream by parties that have no access to them; account administrators left aside. */
  readonly escalationsOn: (streamArn: string) => readonly RecordEscalation[];
  /** One step for each party that can make itself an account administrator. */
  readonly shadowAdministrators: () => readonly Escalation[];
  /** Why nobody can tell who may assume a role; undefined where its trust policy was read. */
  readonly gapOf: (roleArn: string) => Gap | undefined;
  /** What could not be read of the compute that may run as a role: nobody can tell who may put code into that. */
  readonly computeGapsOf: (roleArn: string) => readonly Gap[];
}

export interface ReachedRoles {
  readonly sure: readonly string[];
  /** Those that are sure among them. */
  readonly possible: readonly string[];
}
