import type { Duty, DutyCell, KeyAccess } from "@/lib/model/duty";
import type { Gap, Observed } from "@/lib/model/observed";
import type { RegionSnapshot } from "@/lib/model/snapshot";

/** Somebody who may have access to streams of an account. */
export interface Party {
  readonly arn: string;
  /** `account`: whoever another account's policies allow. `everyone`: a resource policy that names `*`. */
  readonly kind: "user" | "role" | "account" | "everyone";
  readonly name: string;
  readonly accountId: string;
  readonly path: string;
  /** Of another account: its own policies cannot be read. */
  readonly isForeign: boolean;
  /** Of AWS's own making: listed, and left out of findings. */
  readonly isServiceLinked: boolean;
  /** Ids of its policies that could not be read; they may allow and deny everything. */
  readonly unreadPolicyIds: readonly string[];
}

/**
 * `account-administrator`: every action on every resource is allowed. `stream-administrator`: administers, writes and
 * reads every stream of a Region through wildcard names. `shadow-administrator`: can make itself an account
 * administrator in one step. Each is reported once, by a check of its own. `unsettled`: a stream administrator or an
 * ordinary one, which hangs on what could not be read.
 */
export type Standing =
  | "account-administrator"
  | "stream-administrator"
  | "shadow-administrator"
  | "unsettled"
  | "ordinary";

/** A duty that a party holds on a stream, or would if the key let it. */
export interface HeldDuty {
  readonly party: Party;
  readonly duty: Duty;
  readonly streamArn: string;
  readonly access: DutyCell["access"];
  readonly key: KeyAccess;
  /** Whether the key denies what the Kinesis half allows. */
  readonly isBlockedByKey: boolean;
  /**
   * What would tell whether it is held, documents of the party aside: the key's policy, its grants or the key itself, or
   * the stream's tags where it hangs on them, that could not be read.
   */
  readonly openGap: Gap | undefined;
  /** On what `conditional` hangs. */
  readonly conditions: readonly string[];
  readonly via: DutyCell["via"];
}

/** Some streams of an account, by their ARNs. */
export interface StreamSet extends Iterable<string> {
  readonly size: number;
  readonly has: (streamArn: string) => boolean;
}

/** What an Allow statement says, as written. */
export interface GrantStatement {
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  readonly conditions: readonly {
    readonly operator: string;
    readonly key: string;
    readonly values: readonly string[];
  }[];
}

/** A statement that takes part in what a party is allowed on streams, Denies and limits applied. */
export interface DutyGrant {
  readonly policyId: string;
  /** Absent: the document could not be read. */
  readonly index?: number;
  readonly sid?: string;
  readonly statement?: GrantStatement;
  readonly party: Party;
  readonly duty: Duty;
  /** The streams that it reaches, whose key lets it or not. */
  readonly streams: StreamSet;
}

/** A duty that a party would hold if every request had some context: the streams, for sure and possibly. */
export interface DutyUnder {
  readonly party: Party;
  readonly duty: Duty;
  readonly sure: StreamSet;
  readonly possible: StreamSet;
}

/**
 * A document that gives a party a duty by itself: all that it takes to hold it stands in this one, Denies and limits
 * applied, the key left aside.
 */
export interface DocumentDuty {
  readonly policyId: string;
  /** Whether the document could be read; one that was not may give everything. */
  readonly isRead: boolean;
  readonly party: Party;
  readonly duty: Duty;
  readonly streams: StreamSet;
}

/** A Region that was scanned, and what was listed in it. */
export type ScannedRegion = Pick<RegionSnapshot, "region" | "streams" | "channels">;

/** Who can do what to each stream of one account: effective, over all policies that could be read. */
export interface StreamAccess {
  readonly regions: readonly ScannedRegion[];
  readonly enabledRegions: Observed<readonly string[]>;
  /** Users, roles, and whom resource and key policies name from elsewhere. */
  readonly parties: readonly Party[];
  /** Everybody who holds a duty on a stream, those that the key blocks included; by party, then duty. */
  readonly holdersOf: (streamArn: string) => readonly HeldDuty[];
  /** The statements behind the duties of everybody. */
  readonly grants: () => readonly DutyGrant[];
  /** The identity policies that give a duty by themselves. */
  readonly documentDuties: () => readonly DocumentDuty[];
  /** The grants that reach a stream. */
  readonly grantsOn: (streamArn: string) => readonly DutyGrant[];
  /** What could not be read, and may hide holders of a stream. */
  readonly gapsOn: (streamArn: string) => readonly Gap[];
  /** Who may do one action on a stream, and whether that is for sure. */
  readonly actors: (action: string, streamArn: string) => readonly { party: Party; isSure: boolean }[];
  /** The duties that are left if every request has these values of condition keys, the key half left aside. */
  readonly heldUnder: (context: Readonly<Record<string, readonly string[]>>) => readonly DutyUnder[];
  readonly standingOf: (party: Party, region: string) => Standing;
  /** What could not be read, and decides whether somebody administers every stream of the Region; `gapsOn` has it, too. */
  readonly standingGaps: (region: string) => readonly Gap[];
}
