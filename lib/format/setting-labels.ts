import type { AuditSettings } from "@/lib/model/settings";

/** What each setting is called, on the page and in every report. */
export const settingLabels: Readonly<Record<keyof AuditSettings, string>> = {
  environmentTagKeys: "Tags that say the environment",
  productionValues: "Values that mean production",
  nonProductionValues: "Values that mean non-production",
  environmentByAccount: "Whole accounts",
  knownAccountIds: "Known accounts",
  thirdPartyAccountIds: "Third parties",
  retentionHoursMin: "Shortest retention, in hours",
  retentionHoursMax: "Longest retention, in hours",
  perimeterAccountIds: "Behind VPC endpoints only",
  fipsAccountIds: "By FIPS endpoints only",
  dataAdministratorArns: "Administrators of data by office",
  applicationTagKey: "Tag that says the application",
  exposureHoldersMax: "May expose or destroy a stream, at most",
  accessKeyAgeDaysMax: "Oldest access key, in days",
  accessKeyIdleDaysMax: "Longest idle access key, in days",
  unusedDaysMax: "Longest time without a call of Kinesis, in days",
  centralEndpointIds: "Central VPC endpoints",
  knownDestinations: "Places that records may go to",
  requiredTagKeys: "Tags that every stream has to carry",
};
