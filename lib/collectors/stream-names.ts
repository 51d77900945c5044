import "server-only";
import { ListStreamsCommand } from "@aws-sdk/client-kinesis";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { compareText } from "@/lib/collectors/read-pages";

const listStreamsSchema = z.object({
  StreamNames: z.array(z.string().min(1)),
  HasMoreStreams: z.boolean(),
  NextToken: z.string().nullish(),
});

/** An empty page may come with a token to the next; a row of them goes nowhere. */
const emptyPagesMax = 10;

/**
 * The names of all streams of a Region, sorted.
 *
 * It pages on HasMoreStreams, by token where there is one and else by the last name: some endpoints send no
 * token, and the summaries beside the names repeat all streams on each page of moto, so they are not read.
 *
 * @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListStreams.html
 */
export async function listStreamNames({ aws, clients, region }: CallContext): Promise<string[]> {
  const names = new Set<string>();
  let emptyPages = 0;
  let cursor: { NextToken?: string; ExclusiveStartStreamName?: string } | undefined = {};

  while (cursor) {
    const input: { NextToken?: string; ExclusiveStartStreamName?: string } = cursor;
    const page = await aws.ask(calls.listStreams, {
      region,
      schema: listStreamsSchema,
      send: (options) => clients.kinesis.send(new ListStreamsCommand({ Limit: 100, ...input }), options),
    });
    const before = names.size;
    for (const name of page.StreamNames) names.add(name);
    cursor = cursorAfter(page);

    emptyPages = names.size > before ? 0 : emptyPages + 1;
    const stuck = page.StreamNames.length > 0 ? emptyPages > 0 : emptyPages > emptyPagesMax;
    if (page.HasMoreStreams && (stuck || !cursor)) {
      throw new CollectionError(
        buildGap(calls.listStreams, "malformed", "the list repeats a page", { region }),
      );
    }
  }
  return [...names].toSorted(compareText);
}

function cursorAfter(page: z.infer<typeof listStreamsSchema>) {
  if (!page.HasMoreStreams) return undefined;
  if (page.NextToken) return { NextToken: page.NextToken };
  const last = page.StreamNames.at(-1);
  return last === undefined ? undefined : { ExclusiveStartStreamName: last };
}
