import type { AuditSettings } from "@/lib/model/settings";
import type { AccountPart, AccountParts, RegionPart, RegionParts } from "@/lib/model/snapshot";
import type { RoleReach } from "@/lib/model/role-reach";
import type { StreamAccess } from "@/lib/model/stream-access";
import type { Judgement, Scope, Severity } from "@/lib/model/verdict";

/** The sections of the course, in its order, by the middle part of a check's id. */
export const checkAreas = ["LP", "SOD", "CRED", "TLS", "REST", "NET", "SHR", "OPS"] as const;
export type CheckArea = (typeof checkAreas)[number];
export type CheckId = `KDS-${CheckArea}-${number}`;

export type SettingName = keyof AuditSettings;

/** All settings, of which the optional ones, too, have to be asked for by name: what is not declared reads as undefined. */
type AskedSettings = { readonly [Name in keyof Required<AuditSettings>]: AuditSettings[Name] };

/** What a check gets of the settings. */
export type DeclaredSettings<Setting extends SettingName> = Pick<AskedSettings, Setting>;

/** Where an evaluation stands, beside the parts that the check reads. */
export interface CheckPlace<Setting extends SettingName = never> {
  readonly accountId: string;
  readonly partition: string;
  /** The ARN that the scan was made as. */
  readonly identityArn: string;
  /** Those that the check declares. */
  readonly settings: DeclaredSettings<Setting>;
  /** The instant that "now" means, ISO 8601 UTC: the end of the scan. */
  readonly at: string;
}

export interface RegionPlace<Setting extends SettingName = never> extends CheckPlace<Setting> {
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

interface CheckHead<Setting extends SettingName> extends CheckWords {
  readonly id: CheckId;
  readonly set: "course" | "extended";
  /** The row's first severity: what a pass weighs, and a fail that names no other. */
  readonly severity: Severity;
  /** The settings that it judges by: while these stay as they are, so does all that it says. Absent: none. */
  readonly settings?: readonly Setting[];
  /** A person answers it, and it weighs nothing. */
  readonly isManual?: true;
}

/** A check that is judged once a Region, or for each stream, key or endpoint of it. */
export interface RegionCheck<
  Part extends ReadablePart = ReadablePart,
  Setting extends SettingName = SettingName,
> extends CheckHead<Setting> {
  readonly scope: Exclude<Scope, "account">;
  readonly reads: readonly Part[];
  evaluate(
    input: RegionPlace<Setting> & Pick<AccountParts & RegionParts & DerivedParts, Part>,
  ): Iterable<Judgement>;
}

/** A check that is judged once an account. */
export interface AccountCheck<
  Part extends AccountPart | DerivedPart = AccountPart | DerivedPart,
  Setting extends SettingName = SettingName,
> extends CheckHead<Setting> {
  readonly scope: "account";
  readonly reads: readonly Part[];
  evaluate(input: CheckPlace<Setting> & Pick<AccountParts & DerivedParts, Part>): Iterable<Judgement>;
}

export type Check = RegionCheck | AccountCheck;

/** Types `evaluate` by what `reads` and `settings` name: reading another part or setting does not compile. */
export function defineRegionCheck<const Part extends ReadablePart, const Setting extends SettingName = never>(
  check: RegionCheck<Part, Setting>,
): RegionCheck<Part, Setting> {
  return check;
}

/** The same for a check of account scope. */
export function defineAccountCheck<
  const Part extends AccountPart | DerivedPart,
  const Setting extends SettingName = never,
>(check: AccountCheck<Part, Setting>): AccountCheck<Part, Setting> {
  return check;
}

export function areaOf(checkId: string): CheckArea | undefined {
  const area = checkId.split("-")[1];
  return checkAreas.find((known) => known === area);
}
