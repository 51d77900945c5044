import { readingByConsumer, readingByShard, streamActions } from "@/lib/kinesis/access/duty-actions";
import type {
  PolicyStatement,
  RoleOptions,
  RolePolicy,
  RoleStream,
} from "@/lib/kinesis/four-roles/four-roles";
import { kclStatements } from "@/lib/kinesis/four-roles/kcl-statements";
import {
  allow,
  arnsOf,
  consumerArnsOf,
  denyWithoutTls,
  documentOf,
  useKeys,
} from "@/lib/kinesis/four-roles/statement-parts";

/** Writing records, and nothing else. */
export function producersPolicy(streams: readonly RoleStream[], options: RoleOptions): RolePolicy {
  const unread = unreadKeys(streams);
  if (unread.length > 0) return { role: "producers", document: undefined, notes: unread };
  return {
    role: "producers",
    document: documentOf([
      allow("Write", streamActions.produce, arnsOf(streams), throughEndpoints(options)),
      allow("Look", ["kinesis:DescribeStreamSummary", "kinesis:ListShards"], arnsOf(streams)),
      ...useKeys("EncryptRecords", "kms:GenerateDataKey", streams),
      ...denyWithoutTls(options),
    ]),
    notes: keyNotes(streams),
  };
}

const lookingOfReaders = ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:ListShards"];

/** Reading records, and nothing else. */
export function consumersPolicy(streams: readonly RoleStream[], options: RoleOptions): RolePolicy {
  const unread = unreadKeys(streams);
  if (unread.length > 0) return { role: "consumers", document: undefined, notes: unread };
  const isService = options.reader === "lambda" || options.reader === "firehose";
  // A service reads from AWS's own network.
  const condition = isService ? {} : throughEndpoints(options);
  const fanOut = options.fanOut && options.reader !== "firehose";
  return {
    role: "consumers",
    document: documentOf([
      allow("Read", readingByShard, arnsOf(streams), condition),
      ...(fanOut ? fanOutStatements(streams, options, condition) : []),
      allow("Look", lookingOfReaders, arnsOf(streams)),
      ...useKeys("DecryptRecords", "kms:Decrypt", streams),
      ...(options.reader === "kcl" ? kclStatements(streams, options) : []),
      ...denyWithoutTls(options),
    ]),
    notes: [
      ...keyNotes(streams),
      ...(isService && options.vpcEndpointIds.length > 0
        ? ["The VPC endpoint is not asked for: the service reads from AWS's own network."]
        : []),
      ...(options.fanOut && !fanOut ? ["Firehose does not read by enhanced fan-out."] : []),
      ...(options.reader === "lambda" ? ["The function's logs need a policy of their own."] : []),
    ],
  };
}

/** A function's consumer is registered by whoever sets up the mapping. */
function fanOutStatements(
  streams: readonly RoleStream[],
  { reader }: RoleOptions,
  condition: PolicyStatement["Condition"],
): PolicyStatement[] {
  const consumers = consumerArnsOf(streams);
  const registers = reader !== "lambda";
  return [
    allow("ReadByFanOut", [readingByConsumer], consumers, condition),
    allow("LookAtConsumer", ["kinesis:DescribeStreamConsumer"], consumers),
    ...(registers ? [allow("Register", ["kinesis:RegisterStreamConsumer"], arnsOf(streams))] : []),
    ...(registers ? [allow("Deregister", ["kinesis:DeregisterStreamConsumer"], consumers)] : []),
  ];
}

function throughEndpoints({ vpcEndpointIds }: RoleOptions): NonNullable<PolicyStatement["Condition"]> {
  return vpcEndpointIds.length === 0 ? {} : { StringEquals: { "aws:SourceVpce": [...vpcEndpointIds] } };
}

function unreadKeys(streams: readonly RoleStream[]): string[] {
  const messages = streams.flatMap(({ key }) => (key.kind === "unread" ? [key.gap.message] : []));
  return messages.length === 0
    ? []
    : ["What the stream is encrypted with is not known.", ...new Set(messages)];
}

function keyNotes(streams: readonly RoleStream[]): string[] {
  const foreign = streams.flatMap(({ key, accountId }) =>
    key.kind === "customer" && key.arn.split(":")[4] !== accountId ? [key.arn] : [],
  );
  return [...new Set(foreign)].map(
    (arn) => `${arn} belongs to another account, whose key policy has to allow it, too.`,
  );
}
