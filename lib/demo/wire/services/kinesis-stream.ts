import type {
  DescribeStreamSummaryCommandInput,
  DescribeStreamSummaryCommandOutput,
  GetResourcePolicyCommandInput,
  GetResourcePolicyCommandOutput,
  ListTagsForStreamCommandInput,
  ListTagsForStreamCommandOutput,
} from "@aws-sdk/client-kinesis";
import { pageSize } from "../page";
import { WireError } from "../wire-error";
import type { Answer, WireContext } from "../wire-service";
import { findStream, streamIndex, streamNotFound } from "./stream-index";

export function describeStreamSummary(
  { StreamName, StreamARN }: DescribeStreamSummaryCommandInput,
  context: WireContext,
): Answer<DescribeStreamSummaryCommandOutput> {
  return { StreamDescriptionSummary: findStream(context, { name: StreamName, arn: StreamARN }).summary };
}

/** AWS answers the text `{}` for a stream or consumer without a policy. */
export function getResourcePolicy(
  { ResourceARN }: GetResourcePolicyCommandInput,
  context: WireContext,
): Answer<GetResourcePolicyCommandOutput> {
  if (!ResourceARN) throw new WireError("InvalidArgumentException", "Missing ResourceARN.");
  const { byArn, consumers } = streamIndex(context);
  const resource = byArn.get(ResourceARN) ?? consumers.get(ResourceARN);
  if (!resource) throw missingResource(ResourceARN, context);
  return { Policy: resource.resourcePolicy ?? "{}" };
}

function missingResource(arn: string, context: WireContext): WireError {
  const [, name = "", consumer] = arn.split("/");
  if (consumer === undefined) return streamNotFound(context, name);
  return new WireError("ResourceNotFoundException", `Consumer ${arn} not found.`);
}

export function listTagsForStream(
  { StreamName, StreamARN, ExclusiveStartTagKey, Limit }: ListTagsForStreamCommandInput,
  context: WireContext,
): Answer<ListTagsForStreamCommandOutput> {
  const { tags } = findStream(context, { name: StreamName, arn: StreamARN });
  const invalid = () => new WireError("InvalidArgumentException", "Limit is out of range.");
  const limit = pageSize(Limit, { max: 50, default: 50, invalid });
  const left = Object.entries(tags)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .filter(([key]) => ExclusiveStartTagKey === undefined || key > ExclusiveStartTagKey);
  return {
    Tags: left.slice(0, limit).map(([Key, Value]) => ({ Key, Value })),
    HasMoreTags: left.length > limit,
  };
}
