import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";

/** What is logged, and who is told. */
export const loggingCalls = {
  describeTrails: {
    action: "cloudtrail:DescribeTrails",
    perSecond: 10,
    keeps: [
      "TrailARN",
      "Name",
      "HomeRegion",
      "IsMultiRegionTrail",
      "IsOrganizationTrail",
      "LogFileValidationEnabled",
    ],
  },
  getTrailStatus: { action: "cloudtrail:GetTrailStatus", perSecond: 10, keeps: ["IsLogging"] },
  getEventSelectors: {
    action: "cloudtrail:GetEventSelectors",
    perSecond: 5,
    keeps: [
      "ReadWriteType",
      "IncludeManagementEvents",
      "ExcludeManagementEventSources",
      "AdvancedEventSelectors.FieldSelectors",
    ],
  },
  listEventDataStores: {
    action: "cloudtrail:ListEventDataStores",
    perSecond: 2,
    keeps: ["EventDataStoreArn", "Name"],
  },
  getEventDataStore: {
    action: "cloudtrail:GetEventDataStore",
    perSecond: 2,
    keeps: ["Status", "MultiRegionEnabled", "OrganizationEnabled", "AdvancedEventSelectors.FieldSelectors"],
  },
  listRules: {
    action: "events:ListRules",
    perSecond: 10,
    keeps: ["Arn", "Name", "State", "EventPattern"],
  },
  listTargetsByRule: { action: "events:ListTargetsByRule", perSecond: 10, keeps: ["Arn"] },
  lookupEvents: {
    action: "cloudtrail:LookupEvents",
    perSecond: 2,
    rateSource: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html",
    onDemand: "event-history",
    keeps: ["EventName", "EventTime", "CloudTrailEvent: the stream's name and whether the call failed"],
  },
} as const satisfies Record<string, AwsCall>;
