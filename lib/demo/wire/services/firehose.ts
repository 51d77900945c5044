import type {
  DescribeDeliveryStreamCommandInput,
  DescribeDeliveryStreamCommandOutput,
  ListDeliveryStreamsCommandInput,
  ListDeliveryStreamsCommandOutput,
} from "@aws-sdk/client-firehose";
import { firehoseDialect } from "../dialects";
import { pageSize } from "../page";
import { awsJson } from "../protocols/aws-json";
import { WireError } from "../wire-error";
import { type Answer, operation, regionOf, type WireContext, type WireService } from "../wire-service";

const load = () => import("@aws-sdk/client-firehose");
const invalid = () => new WireError("ValidationException", "Limit must be between 1 and 10000.");

export const firehose: WireService = {
  prefix: "firehose",
  signingName: "firehose",
  protocol: awsJson,
  target: "Firehose_20150804",
  dialect: firehoseDialect,
  operations: {
    ListDeliveryStreams: operation(async () => (await load()).ListDeliveryStreams$, listDeliveryStreams),
    DescribeDeliveryStream: operation(
      async () => (await load()).DescribeDeliveryStream$,
      describeDeliveryStream,
    ),
  },
};

/**
 * By name; a page begins after a name, and holds ten unless more are asked for.
 *
 * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_ListDeliveryStreams.html
 */
function listDeliveryStreams(
  {
    DeliveryStreamType: type,
    ExclusiveStartDeliveryStreamName: after = "",
    Limit,
  }: ListDeliveryStreamsCommandInput,
  context: WireContext,
): Answer<ListDeliveryStreamsCommandOutput> {
  const limit = pageSize(Limit, { max: 10_000, default: 10, invalid });
  const names = regionOf(firehoseDialect, context)
    .deliveryStreams.filter(({ DeliveryStreamType }) => type === undefined || DeliveryStreamType === type)
    .map(({ DeliveryStreamName = "" }) => DeliveryStreamName)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .filter((name) => name > after);
  return { DeliveryStreamNames: names.slice(0, limit), HasMoreDeliveryStreams: names.length > limit };
}

function describeDeliveryStream(
  { DeliveryStreamName: name }: DescribeDeliveryStreamCommandInput,
  context: WireContext,
): Answer<DescribeDeliveryStreamCommandOutput> {
  const found = regionOf(firehoseDialect, context).deliveryStreams.find(
    ({ DeliveryStreamName }) => DeliveryStreamName === name,
  );
  if (found) return { DeliveryStreamDescription: found };
  const message = `Firehose ${name ?? ""} under account ${context.account.accountId} not found.`;
  throw new WireError("ResourceNotFoundException", message);
}
