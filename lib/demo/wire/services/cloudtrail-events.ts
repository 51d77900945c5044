import type { Event, LookupEventsCommandInput, LookupEventsCommandOutput } from "@aws-sdk/client-cloudtrail";
import type { EventFacts } from "../../account-facts";
import { daysBefore } from "../days-before";
import { kmsDialect } from "../dialects";
import { pageOf, pageSize } from "../page";
import { WireError } from "../wire-error";
import { type Answer, regionOf, type WireContext } from "../wire-service";

const keptDays = 90;

/**
 * Management events of the last 90 days, the latest first; one attribute is looked for at most.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export function lookupEvents(
  { LookupAttributes = [], StartTime, EndTime, MaxResults, NextToken }: LookupEventsCommandInput,
  context: WireContext,
): Answer<LookupEventsCommandOutput> {
  const [attribute, ...others] = LookupAttributes;
  if (others.length > 0 || (attribute && attribute.AttributeKey !== "EventName"))
    throw new WireError("InvalidLookupAttributesException", "The lookup attribute is not valid.");
  const from = Math.max(StartTime?.getTime() ?? 0, Number(daysBefore(context.now, keptDays)));
  const to = EndTime?.getTime() ?? context.now;
  const found = regionOf(kmsDialect, context)
    .events.map((event, at) => toEvent(event, at, context))
    .filter(({ EventName }) => attribute === undefined || EventName === attribute.AttributeValue)
    .filter(({ EventTime }) => EventTime && EventTime.getTime() >= from && EventTime.getTime() <= to)
    .toSorted((a, b) => Number(b.EventTime) - Number(a.EventTime));
  const invalid = () => new WireError("InvalidMaxResultsException", "MaxResults must be between 1 and 50.");
  const { items, nextToken } = pageOf(found, {
    operation: `cloudtrail:LookupEvents ${attribute?.AttributeValue ?? ""}`,
    token: NextToken,
    limit: pageSize(MaxResults, { max: 50, default: 50, invalid }),
    invalidToken: () => new WireError("InvalidNextTokenException", "The token is not valid."),
  });
  return { Events: items, NextToken: nextToken };
}

/** With the record as text, which holds the whole request. */
function toEvent(
  { name, daysAgo, streamName, errorCode }: EventFacts,
  at: number,
  { account, region, caller, now }: WireContext,
): Event {
  const EventTime = daysBefore(now, daysAgo);
  const EventId = `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;
  const record = {
    eventVersion: "1.11",
    userIdentity: { type: "AssumedRole", arn: caller.arn, accountId: account.accountId },
    eventTime: EventTime.toISOString(),
    eventSource: "kinesis.amazonaws.com",
    eventName: name,
    awsRegion: region,
    sourceIPAddress: "203.0.113.7",
    ...(errorCode !== undefined && { errorCode }),
    requestParameters: { streamName, encryptionType: "KMS" },
    responseElements: null,
    eventID: EventId,
    readOnly: false,
  };
  return {
    EventId,
    EventName: name,
    EventTime,
    EventSource: "kinesis.amazonaws.com",
    Username: caller.arn.split("/").at(-1),
    CloudTrailEvent: JSON.stringify(record),
  };
}
