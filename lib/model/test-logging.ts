import type { EventDataStore, Trail } from "@/lib/model/event-logging";
import type { EventRule } from "@/lib/model/event-rule";
import type { DeliveryStream } from "@/lib/model/delivery-stream";
import { accountId, read, region } from "@/lib/model/test-place";
import { streamArn } from "@/lib/model/test-stream";

const management = { fields: [{ field: "eventCategory", equals: ["Management"] }] };

/** A validated trail of all Regions that logs management events. */
export function buildTrail(change: Partial<Trail> = {}): Trail {
  const action = "cloudtrail:DescribeTrails";
  return {
    arn: `arn:aws:cloudtrail:${region}:${accountId}:trail/all`,
    name: "all",
    homeRegion: read(region, action),
    multiRegion: read(true, action),
    ofOrganization: read(false, action),
    logFileValidation: read(true, action),
    logging: read(true, "cloudtrail:GetTrailStatus"),
    selectors: read({ basic: [], advanced: [management] }, "cloudtrail:GetEventSelectors"),
    ...change,
  };
}

/** An enabled store of management events. */
export function buildEventDataStore(change: Partial<EventDataStore> = {}): EventDataStore {
  const action = "cloudtrail:GetEventDataStore";
  return {
    arn: `arn:aws:cloudtrail:${region}:${accountId}:eventdatastore/1a2b3c4d`,
    name: "lake",
    status: read("ENABLED", action),
    multiRegion: read(true, action),
    ofOrganization: read(false, action),
    selectors: read([management], action),
    ...change,
  };
}

/** An enabled rule for what exposes or destroys a stream, with one target. */
export function buildEventRule(change: Partial<EventRule> = {}): EventRule {
  const eventName = ["PutResourcePolicy", "StopStreamEncryption", "CreateChannel", "DeleteStream"];
  return {
    arn: `arn:aws:events:${region}:${accountId}:rule/stream-exposure-changed`,
    name: "stream-exposure-changed",
    state: "ENABLED",
    pattern: JSON.stringify({
      source: ["aws.kinesis"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: { eventName },
    }),
    targetArns: read([`arn:aws:sns:${region}:${accountId}:security-desk`], "events:ListTargetsByRule"),
    ...change,
  };
}

/** A delivery of the stream to a bucket. */
export function buildDeliveryStream(change: Partial<DeliveryStream> = {}): DeliveryStream {
  const action = "firehose:DescribeDeliveryStream";
  return {
    arn: `arn:aws:firehose:${region}:${accountId}:deliverystream/orders-lake`,
    name: "orders-lake",
    status: read("ACTIVE", action),
    streamArn: read(streamArn, action),
    roleArn: read(`arn:aws:iam::${accountId}:role/orders-lake`, action),
    destinations: read([{ kind: "s3", arns: ["arn:aws:s3:::orders-lake"], hosts: [] }], action),
    ...change,
  };
}
