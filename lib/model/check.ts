import type { AuditSettings } from "@/lib/model/settings";
import type { AccountPart, AccountParts, RegionPart, RegionParts } from "@/lib/model/snapshot";
import type { RoleReach } from "@/lib/model/role-reach";
import type { StreamAccess } from "@/lib/model/stream-access";
import type { Judgement, Scope, Severity } from "@/lib/model/verdict";

/** The sections of the course, in its order, by the middle part of a check's id. */
export const checkAreas = ["LP", "SOD", "CRED", "TLS", "REST", "NET", "SHR", "OPS"] as const;
export type CheckArea = (typeof checkAreas)[number];
export type CheckId = `KDS-${CheckArea}-${number}`;

/** Where an evaluation stands, beside the parts that the check reads. */
export interface CheckPlace {
  readonly accountId: string;
  readonly partition: string;
  /** The ARN that the scan was made as. */
  readonly identityArn: string;
  readonly settings: AuditSettings;
  /** The instant that "now" means, ISO 8601 UTC: the end of the scan. */
  readonly at: string;
}

export interface RegionPlace extends CheckPlace {
  readonly region: string;
}

/** What is worked out from an account's parts, once and only if a check reads it. */
export interface DerivedParts {
  readonly access: StreamAccess;
  readonly reach: RoleReach;
}

export type DerivedPart = keyof DerivedParts;
export type ReadablePart = AccountPart | RegionPart | DerivedPart;

/** What the page, the exports and the documentation say of a check. */
export interface CheckWords {
  /** The sentence that is true when it passes, no full stop. */
  readonly title: string;
  /** Why it matters, two sentences. */
  readonly rationale: string;
  /** What was looked at, one sentence. */
  readonly looksAt: string;
  /** How to fix it, in words; commands and templates come from the remediation layer. */
  readonly remediation: string;
  /** The lecture's own point, or undefined for a check that goes beyond it. */
  readonly coursePoint?: string;
  /** Controls by framework, exactly as listed in the specification. */
  readonly frameworks: Readonly<Record<string, readonly string[]>>;
  /** Pages of AWS's documentation that it rests on. */
  readonly sources: readonly string[];
}

interface CheckHead extends CheckWords {
  readonly id: CheckId;
  readonly set: "course" | "extended";
  /** The row's first severity: what a pass weighs, and a fail that names no other. */
  readonly severity: Severity;
  /** A person answers it, and it weighs nothing. */
  readonly isManual?: true;
}

/** A check that is judged once a Region, or for each stream, key or endpoint of it. */
export interface RegionCheck<Part extends ReadablePart = ReadablePart> extends CheckHead {
  readonly scope: Exclude<Scope, "account">;
  readonly reads: readonly Part[];
  evaluate(input: RegionPlace & Pick<AccountParts & RegionParts & DerivedParts, Part>): Iterable<Judgement>;
}

/** A check that is judged once an account. */
export interface AccountCheck<
  Part extends AccountPart | DerivedPart = AccountPart | DerivedPart,
> extends CheckHead {
  readonly scope: "account";
  readonly reads: readonly Part[];
  evaluate(input: CheckPlace & Pick<AccountParts & DerivedParts, Part>): Iterable<Judgement>;
}

export type Check = RegionCheck | AccountCheck;

/** Types `evaluate` by what `reads` names: reading another part does not compile. */
export function defineRegionCheck<const Part extends ReadablePart>(
  check: RegionCheck<Part>,
): RegionCheck<Part> {
  return check;
}

/** The same for a check of account scope. */
export function defineAccountCheck<const Part extends AccountPart | DerivedPart>(
  check: AccountCheck<Part>,
): AccountCheck<Part> {
  return check;
}

export function areaOf(checkId: string): CheckArea | undefined {
  const area = checkId.split("-")[1];
  return checkAreas.find((known) => known === area);
}
