import { z } from "zod";

/** What the owner of the account declares, as far as checks and the score ask for it. */
export const auditSettingsSchema = z.object({
  /** Tag keys that may say a stream's environment, the first present one wins; compared without case. */
  environmentTagKeys: z.array(z.string()),
  productionValues: z.array(z.string()),
  nonProductionValues: z.array(z.string()),
  /** Environment by account id, instead of tags. */
  environmentByAccount: z.record(z.string(), z.enum(["production", "non-production"])),
  /** Account ids that are known beside the organization's; absent: no list was declared. */
  knownAccountIds: z.array(z.string()).exactOptional(),
  /** Account ids of third parties, such as vendors, whose access is meant and needs an external id (KDS-CRED-03). */
  thirdPartyAccountIds: z.array(z.string()).exactOptional(),
  /**
   * Tag key that says which application a stream belongs to, compared without case: a wildcard that stays within one
   * application is no finding (KDS-LP-03). Empty: no tag counts.
   */
  applicationTagKey: z.string(),
  /** ARNs of those who administer data by office (KDS-LP-02), as those do who come by IAM Identity Center. */
  dataAdministratorArns: z.array(z.string()).exactOptional(),
  /** Tag keys that every stream has to carry (KDS-OPS-03); empty: at least one tag of its own. */
  requiredTagKeys: z.array(z.string()),
  /** An active access key is too old from this age on (KDS-CRED-02). */
  accessKeyAgeDaysMax: z.number().int().positive(),
  /** An active access key is idle if it was not used for so long (KDS-CRED-02). */
  accessKeyIdleDaysMax: z.number().int().positive(),
  /** Who holds a duty on a stream has to have called Kinesis within so many days (KDS-LP-08). */
  unusedDaysMax: z.number().int().positive(),
  /** So many principals may expose or destroy a stream (KDS-OPS-06). */
  exposureHoldersMax: z.number().int().nonnegative(),
  /** A stream has to keep its records for so long (KDS-OPS-02). */
  retentionHoursMin: z.number().int().positive(),
  /** A stream may keep its records for so long; where it is declared, it is judged instead of the least. */
  retentionHoursMax: z.number().int().positive().exactOptional(),
  /** Accounts whose streams may be reached through VPC endpoints alone; a stream's tag `perimeter` says it, too. */
  perimeterAccountIds: z.array(z.string()),
  /** Ids of VPC endpoints that other VPCs use by a private hosted zone, of this account or another (KDS-NET-01). */
  centralEndpointIds: z.array(z.string()),
  /** Names of buckets, and host names, that records may be delivered to (KDS-SHR-03). */
  knownDestinations: z.array(z.string()),
  /** Accounts whose streams may be called through FIPS endpoints alone; a stream's tag `fips` says it, too. */
  fipsAccountIds: z.array(z.string()),
});

export type AuditSettings = z.infer<typeof auditSettingsSchema>;

export const defaultSettings: AuditSettings = {
  environmentTagKeys: ["environment", "env", "stage"],
  productionValues: ["prod", "production", "prd", "live"],
  nonProductionValues: ["dev", "development", "sandbox", "test", "testing", "qa", "stage", "staging"],
  environmentByAccount: {},
  applicationTagKey: "application",
  requiredTagKeys: [],
  accessKeyAgeDaysMax: 90,
  accessKeyIdleDaysMax: 45,
  unusedDaysMax: 90,
  exposureHoldersMax: 5,
  retentionHoursMin: 168,
  perimeterAccountIds: [],
  centralEndpointIds: [],
  knownDestinations: [],
  fipsAccountIds: [],
};
