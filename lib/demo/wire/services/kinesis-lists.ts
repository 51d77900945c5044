import type {
  ListStreamConsumersCommandInput,
  ListStreamConsumersCommandOutput,
  ListStreamsCommandInput,
  ListStreamsCommandOutput,
  StreamSummary,
} from "@aws-sdk/client-kinesis";
import type { StreamFacts } from "../../account-facts";
import { pageOf, pageSize, readToken, writeToken } from "../page";
import { WireError } from "../wire-error";
import type { Answer, WireContext } from "../wire-service";
import { findStream, nameOf, streamIndex } from "./stream-index";

const operation = "kinesis:ListStreams";
const invalid = (message: string) => () => new WireError("InvalidArgumentException", message);
const range = { max: 10_000, default: 100, capAt: 100, invalid: invalid("The page size is out of range.") };

/** A page starts after a name, so that a stream created between two pages shifts nothing. */
export function listStreams(
  input: ListStreamsCommandInput,
  context: WireContext,
): Answer<ListStreamsCommandOutput> {
  const limit = pageSize(input.Limit, range);
  const after = input.NextToken ? afterToken(input.NextToken) : input.ExclusiveStartStreamName;
  const { streams } = streamIndex(context);
  const start = after === undefined ? 0 : streams.findIndex((stream) => nameOf(stream) > after);
  const page = start < 0 ? [] : streams.slice(start, start + limit);
  const last = page.at(-1);
  const more = last !== undefined && last !== streams.at(-1);
  return {
    StreamNames: page.map(nameOf),
    HasMoreStreams: more,
    NextToken: more ? writeToken(operation, nameOf(last)) : undefined,
    StreamSummaries: page.map(toListSummary),
  };
}

function afterToken(token: string): string {
  const after = readToken(operation, token);
  if (after === undefined) throw invalid("NextToken is invalid.")();
  return after;
}

function toListSummary({ summary }: StreamFacts): StreamSummary {
  const { StreamName, StreamARN, StreamStatus, StreamModeDetails, StreamCreationTimestamp } = summary;
  return { StreamName, StreamARN, StreamStatus, StreamModeDetails, StreamCreationTimestamp };
}

export function listStreamConsumers(
  { StreamARN, NextToken, MaxResults }: ListStreamConsumersCommandInput,
  context: WireContext,
): Answer<ListStreamConsumersCommandOutput> {
  const stream = findStream(context, { arn: StreamARN });
  const { items, nextToken } = pageOf(stream.consumers, {
    operation: `kinesis:ListStreamConsumers ${StreamARN ?? ""}`,
    token: NextToken,
    limit: pageSize(MaxResults, range),
    invalidToken: invalid("NextToken is invalid."),
  });
  return { Consumers: items, NextToken: nextToken };
}
