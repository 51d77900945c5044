import type { EventDataStoreFacts, EventRuleFacts, TrailFacts } from "../account-facts";
import { accountId, at, euWest1, organizationAccountIds, usEast1 } from "./identifiers";

type Logging = {
  readonly trails: readonly TrailFacts[];
  readonly eventDataStores: readonly EventDataStoreFacts[];
  readonly eventRules: readonly EventRuleFacts[];
};

const exposing = ["PutResourcePolicy", "StopStreamEncryption", "CreateChannel", "DeleteStream"];

/** Logged by the organization; whoever switched the alarm off forgot to switch it on again. */
export function usLogging(): Logging {
  return {
    trails: [organizationTrail(), forgottenTrail()],
    eventDataStores: [
      {
        EventDataStoreArn: `arn:aws:cloudtrail:${usEast1}:${accountId}:eventdatastore/5d1f8c2e-7a39-4b06-9e4d-c8a2f6b1d703`,
        Name: "incident-2025",
        Status: "STOPPED_INGESTION",
        MultiRegionEnabled: false,
        OrganizationEnabled: false,
        RetentionPeriod: 366,
        CreatedTimestamp: at("2025-04-07"),
        AdvancedEventSelectors: [{ FieldSelectors: [{ Field: "eventCategory", Equals: ["Management"] }] }],
      },
    ],
    eventRules: [alarm(usEast1, "DISABLED"), nightly()],
  };
}

/** Logged by the organization, with an alarm on what exposes or destroys a stream. */
export function euLogging(): Logging {
  return { trails: [organizationTrail()], eventDataStores: [], eventRules: [alarm(euWest1, "ENABLED")] };
}

/** All Regions, write and read, with validated files: in each Region it shows as it does at home. */
function organizationTrail(): TrailFacts {
  const { management } = organizationAccountIds;
  return {
    trail: {
      Name: "acme-organization",
      TrailARN: `arn:aws:cloudtrail:${usEast1}:${management}:trail/acme-organization`,
      S3BucketName: "acme-organization-trail",
      HomeRegion: usEast1,
      IncludeGlobalServiceEvents: true,
      IsMultiRegionTrail: true,
      IsOrganizationTrail: true,
      LogFileValidationEnabled: true,
      HasCustomEventSelectors: true,
      HasInsightSelectors: false,
    },
    logging: true,
    selectors: {
      AdvancedEventSelectors: [
        {
          Name: "Management events",
          FieldSelectors: [{ Field: "eventCategory", Equals: ["Management"] }],
        },
      ],
    },
  };
}

function forgottenTrail(): TrailFacts {
  return {
    trail: {
      Name: "data-platform-2019",
      TrailARN: `arn:aws:cloudtrail:${usEast1}:${accountId}:trail/data-platform-2019`,
      S3BucketName: "acme-data-platform-logs",
      HomeRegion: usEast1,
      IncludeGlobalServiceEvents: true,
      IsMultiRegionTrail: false,
      IsOrganizationTrail: false,
      LogFileValidationEnabled: false,
      HasCustomEventSelectors: false,
      HasInsightSelectors: false,
    },
    logging: false,
    selectors: {
      EventSelectors: [
        {
          ReadWriteType: "WriteOnly",
          IncludeManagementEvents: true,
          DataResources: [],
          ExcludeManagementEventSources: ["kms.amazonaws.com"],
        },
      ],
    },
  };
}

function alarm(region: string, State: "ENABLED" | "DISABLED"): EventRuleFacts {
  const Name = "stream-exposure-changed";
  return {
    rule: {
      Name,
      Arn: `arn:aws:events:${region}:${accountId}:rule/${Name}`,
      EventBusName: "default",
      State,
      EventPattern: JSON.stringify({
        source: ["aws.kinesis"],
        "detail-type": ["AWS API Call via CloudTrail"],
        detail: { eventSource: ["kinesis.amazonaws.com"], eventName: exposing },
      }),
    },
    targets: [{ Id: "security-desk", Arn: `arn:aws:sns:${region}:${accountId}:security-desk` }],
  };
}

function nightly(): EventRuleFacts {
  const Name = "nightly-export";
  return {
    rule: {
      Name,
      Arn: `arn:aws:events:${usEast1}:${accountId}:rule/${Name}`,
      EventBusName: "default",
      State: "ENABLED",
      ScheduleExpression: "cron(0 3 * * ? *)",
    },
    targets: [{ Id: "1", Arn: `arn:aws:lambda:${usEast1}:${accountId}:function:nightly-export` }],
  };
}
