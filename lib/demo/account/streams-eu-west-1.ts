import type { StreamFacts } from "../account-facts";
import { buildConsumer, buildStream } from "./build-stream";
import { aliasArn, euWest1, keyArn, organizationAccountIds, roleArn, streamArn } from "./identifiers";
import { euKeyIds } from "./key-ids";
import { pretty } from "./policy-document";

const region = euWest1;

export function euStreams(): StreamFacts[] {
  return [customerProfileChanges(), euClickstream(), paymentsLedger()];
}

/** The exemplary stream. */
function paymentsLedger(): StreamFacts {
  const name = "payments-ledger";
  return buildStream({
    region,
    name,
    createdOn: "2026-01-12",
    mode: "PROVISIONED",
    shards: 8,
    retentionHours: 168,
    key: keyArn(region, euKeyIds.paymentsLedger),
    consumers: [
      buildConsumer({ region, streamName: name, name: "ledger-archiver", createdOn: "2026-02-02" }),
    ],
    tags: {
      environment: "prod",
      team: "payments",
      application: "ledger",
      "data-classification": "restricted",
      perimeter: "required",
    },
  });
}

/** Shared as one should: with one role, for one duty; but its key's material runs out. */
function customerProfileChanges(): StreamFacts {
  const name = "customer-profile-changes";
  return buildStream({
    region,
    name,
    createdOn: "2026-02-09",
    mode: "ON_DEMAND",
    shards: 4,
    retentionHours: 168,
    key: aliasArn(region, "alias/customer-profile"),
    tags: {
      environment: "prod",
      team: "customer",
      application: "profiles",
      "data-classification": "personal",
    },
    resourcePolicy: pretty({
      Sid: "ProfileInsightsReads",
      Effect: "Allow",
      Principal: { AWS: roleArn("profile-insights", "/", organizationAccountIds.analytics) },
      Action: [
        "kinesis:DescribeStreamSummary",
        "kinesis:ListShards",
        "kinesis:GetRecords",
        "kinesis:GetShardIterator",
      ],
      Resource: streamArn(region, name),
    }),
  });
}

function euClickstream(): StreamFacts {
  return buildStream({
    region,
    name: "eu-clickstream",
    createdOn: "2025-09-16",
    mode: "ON_DEMAND",
    shards: 4,
    retentionHours: 24,
    key: "alias/aws/kinesis",
    tags: {
      environment: "staging",
      team: "web",
      application: "clickstream",
      "data-classification": "internal",
    },
  });
}
