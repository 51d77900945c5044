import "server-only";
import { calls } from "@/lib/aws/calls";
import type { AwsCall } from "@/lib/aws/calls/aws-call";

interface ScanPolicyStatement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: string;
}

export interface ScanPolicy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly ScanPolicyStatement[];
}

/** Resources by service where AWS takes ARNs for all of our calls on it; the others ask for `*`. */
const resourceByAction: Readonly<Record<string, string>> = {
  "kinesis:DescribeStreamSummary": "arn:*:kinesis:*:*:stream/*",
  "kinesis:GetResourcePolicy": "arn:*:kinesis:*:*:stream/*",
  "kinesis:ListStreamConsumers": "arn:*:kinesis:*:*:stream/*",
  "kinesis:ListTagsForStream": "arn:*:kinesis:*:*:stream/*",
  "kinesis:DescribeChannel": "arn:*:kinesis:*:*:channel/*",
  "kms:DescribeKey": "arn:*:kms:*:*:key/*",
  "kms:GetKeyPolicy": "arn:*:kms:*:*:key/*",
  "kms:GetKeyRotationStatus": "arn:*:kms:*:*:key/*",
  "kms:ListGrants": "arn:*:kms:*:*:key/*",
};

/** Weir reads settings. Whatever else its identity is allowed, these stay out of its reach. */
const recordActions = [
  "kinesis:GetRecords",
  "kinesis:GetShardIterator",
  "kinesis:PutRecord",
  "kinesis:PutRecords",
  "kinesis:SubscribeToShard",
];

/**
 * The least-privilege identity policy that a scan needs, made from the calls that the code can make.
 *
 * The statement `ReadOnDemand` can be left out where no scan asks for the event history or for last uses.
 * AWS's own SecurityAudit lacks kinesis:GetResourcePolicy, and ReadOnlyAccess can read records.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisdatastreams.html
 */
export function buildScanPolicy(): ScanPolicy {
  const needed: readonly AwsCall[] = Object.values(calls);
  const granted = needed.filter((call) => call.grantedToCaller !== true);
  const actionsOf = (some: readonly AwsCall[]) => some.map(({ action }) => action).toSorted();
  const always = actionsOf(granted.filter(({ onDemand }) => onDemand === undefined));
  const onDemand = actionsOf(granted.filter((call) => call.onDemand !== undefined));
  const deny = { Sid: "NeverTouchRecords", Effect: "Deny", Action: recordActions, Resource: "*" } as const;
  return {
    Version: "2012-10-17",
    Statement: [...allowEach(always), allow("ReadOnDemand", onDemand, "*"), deny],
  };
}

/** The same for some of the actions, to add to an identity that people may use for other things: it denies nothing. */
export function buildPolicyFor(actions: readonly string[]): ScanPolicy {
  return { Version: "2012-10-17", Statement: allowEach(actions) };
}

function allowEach(actions: readonly string[]): ScanPolicyStatement[] {
  const actionsOn = (resource: string) =>
    actions.filter((action) => (resourceByAction[action] ?? "*") === resource).toSorted();
  return [
    allow("ReadStreamSettings", actionsOn("arn:*:kinesis:*:*:stream/*"), "arn:*:kinesis:*:*:stream/*"),
    allow("ReadChannelSettings", actionsOn("arn:*:kinesis:*:*:channel/*"), "arn:*:kinesis:*:*:channel/*"),
    allow("ReadKeySettings", actionsOn("arn:*:kms:*:*:key/*"), "arn:*:kms:*:*:key/*"),
    allow("ReadWhatHasNoResource", actionsOn("*"), "*"),
  ].filter(({ Action }) => Action.length > 0);
}

function allow(Sid: string, Action: readonly string[], Resource: string): ScanPolicyStatement {
  return { Sid, Effect: "Allow", Action, Resource };
}
