import type { AuditSettings } from "@/lib/model/settings";

/**
 * `list`: texts with commas between them. `lines`: a text a line. `pairs`: a line each, `name = value`. What may be
 * left undeclared is sent only if something is written.
 */
type SettingKind = "list" | "lines" | "pairs" | "number" | "text";

export interface SettingField {
  readonly name: keyof AuditSettings;
  readonly hint: string;
  readonly kind: SettingKind;
  readonly optional?: true;
}

export interface SettingSection {
  readonly title: string;
  readonly fields: readonly SettingField[];
}

/** Every setting, as it is asked for. */
export const settingSections: readonly SettingSection[] = [
  {
    title: "Environment of a stream",
    fields: [
      {
        name: "environmentTagKeys",
        hint: "The first that a stream carries counts. Outside production a finding weighs one step less.",
        kind: "list",
      },
      { name: "productionValues", hint: "Without case.", kind: "list" },
      {
        name: "nonProductionValues",
        hint: "Any other value, or none, counts as production.",
        kind: "list",
      },
      {
        name: "environmentByAccount",
        hint: "A line each, before any tag: 111122223333 = production, or non-production.",
        kind: "pairs",
      },
    ],
  },
  {
    title: "Accounts",
    fields: [
      {
        name: "knownAccountIds",
        hint: "Beside this one and the organization's. Who comes from elsewhere is a finding.",
        kind: "list",
        optional: true,
      },
      {
        name: "thirdPartyAccountIds",
        hint: "Such as vendors: known, and asked for an external id.",
        kind: "list",
        optional: true,
      },
      {
        name: "perimeterAccountIds",
        hint: "Accounts whose streams may be reached in no other way. A stream's tag perimeter=required says it, too.",
        kind: "list",
      },
      {
        name: "centralEndpointIds",
        hint: "Ids of endpoints, vpce-…, of this account or another, that VPCs reach by a private hosted zone.",
        kind: "list",
      },
      {
        name: "knownDestinations",
        hint: "Buckets that do not say whose they are, and hosts outside AWS, by their names.",
        kind: "list",
      },
      {
        name: "fipsAccountIds",
        hint: "Accounts bound to validated cryptography. A stream's tag fips=required says it, too.",
        kind: "list",
      },
    ],
  },
  {
    title: "Least privilege",
    fields: [
      {
        name: "dataAdministratorArns",
        hint: "ARNs of users and roles, a line each.",
        kind: "lines",
        optional: true,
      },
      {
        name: "applicationTagKey",
        hint: "A wildcard that stays within one application is no finding. Empty: no tag counts.",
        kind: "text",
      },
      {
        name: "unusedDaysMax",
        hint: "Who holds a duty and did not call Kinesis for longer is a finding.",
        kind: "number",
      },
      {
        name: "exposureHoldersMax",
        hint: "Principals, administrators of the account aside.",
        kind: "number",
      },
    ],
  },
  {
    title: "Access keys, tags and retention",
    fields: [
      {
        name: "accessKeyAgeDaysMax",
        hint: "An active key that is older is a finding.",
        kind: "number",
      },
      {
        name: "accessKeyIdleDaysMax",
        hint: "An active key that was not used for longer is a finding.",
        kind: "number",
      },
      {
        name: "retentionHoursMin",
        hint: "24 to 8760. A stream that keeps records for less is a finding.",
        kind: "number",
      },
      {
        name: "retentionHoursMax",
        hint: "Where records must not be kept for longer. It is then judged instead of the shortest.",
        kind: "number",
        optional: true,
      },
      {
        name: "requiredTagKeys",
        hint: "Empty: at least one of its own.",
        kind: "list",
      },
    ],
  },
];
