import "server-only";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap } from "@/lib/aws/collection-error";
import { sortedBy } from "@/lib/collectors/read-pages";
import { collectConsumers } from "@/lib/collectors/stream-consumers";
import { readConsumerCount, readStreamFields } from "@/lib/collectors/stream-fields";
import { listStreamNames } from "@/lib/collectors/stream-names";
import { collectResourcePolicy } from "@/lib/collectors/stream-policy";
import { describeStream, saysStreamIsGone, streamArn } from "@/lib/collectors/stream-summary";
import { collectStreamTags, collectTaggedStreams } from "@/lib/collectors/stream-tags";
import { parseArn } from "@/lib/model/arn";
import { known, mapObserved, type Observed } from "@/lib/model/observed";
import type { Stream } from "@/lib/model/stream";

type Tagged = ReturnType<typeof collectTaggedStreams>;

interface ReadStream {
  readonly stream: Stream;
  /** Kinesis listed the stream, and then did not know it. */
  readonly gone: boolean;
}

/** The data streams of a Region with all that is read of each. */
export async function collectStreams(context: CallContext): Promise<Observed<Stream[]>> {
  const { aws, region } = context;
  const tagged = collectTaggedStreams(context);
  // Awaited below; when the scan is cancelled before that, nobody is left to hear of it.
  tagged.catch(() => undefined);
  const names = await aws.observe(calls.listStreams, { region }, () => listStreamNames(context));
  if (!names.known) {
    await tagged;
    return names;
  }

  aws.progress.plan(calls.describeStreamSummary.action, region, names.value.length);
  aws.progress.plan(calls.getResourcePolicy.action, region, names.value.length);
  const read = await Promise.all(names.value.map((name) => readStream(context, name, tagged)));
  await tagged;
  return known(
    sortedBy(await withoutDeleted(context, read), ({ arn }) => arn),
    names.read,
  );
}

async function readStream(context: CallContext, name: string, tagged: Tagged): Promise<ReadStream> {
  const { aws, region } = context;
  const expected = { region, resource: streamArn(context, name) };
  let gone = false;
  const summary = await aws.observe(calls.describeStreamSummary, expected, async () => {
    try {
      return await describeStream(context, name);
    } catch (error) {
      gone = saysStreamIsGone(error);
      throw error;
    }
  });

  const arn = summary.known ? summary.value.StreamARN : expected.resource;
  const place = { region, resource: arn };
  const [resourcePolicy, consumers, tags] = await Promise.all([
    collectResourcePolicy(context, arn),
    collectConsumers(context, arn, readConsumerCount(summary, place)),
    collectStreamTags(context, { arn, name }, await tagged),
  ]);
  const accountId = parseArn(arn)?.accountId ?? context.accountId;
  return {
    stream: {
      arn,
      name,
      accountId,
      region,
      ...readStreamFields(summary, place),
      consumers,
      tags,
      resourcePolicy,
    },
    gone,
  };
}

/**
 * Leaves out the streams that were deleted while the scan ran: two answers have to say so, the one that does
 * not know the stream and a second list without it. A stream that is still listed stays, with its gaps.
 */
async function withoutDeleted(context: CallContext, read: readonly ReadStream[]): Promise<Stream[]> {
  const all = read.map(({ stream }) => stream);
  if (!read.some(({ gone }) => gone)) return all;
  const { aws, region } = context;
  const again = await aws.observe(calls.listStreams, { region }, () => listStreamNames(context));
  const listed = mapObserved(again, (names) => new Set(names));
  if (!listed.known) return all;

  const deleted = read.filter(({ stream, gone }) => gone && !listed.value.has(stream.name));
  for (const { stream } of deleted) {
    const detail = "the stream was deleted during the scan";
    aws.tellGap(buildGap(calls.describeStreamSummary, "empty", detail, { region, resource: stream.arn }));
  }
  const names = new Set(deleted.map(({ stream }) => stream.name));
  return all.filter(({ name }) => !names.has(name));
}
