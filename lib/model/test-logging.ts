import type { Trail } from "@/lib/model/event-logging";
import type { EventRule } from "@/lib/model/event-rule";
import { accountId, read, region } from "@/lib/model/test-place";

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
