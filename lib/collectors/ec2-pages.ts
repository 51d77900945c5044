import "server-only";
import type { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { type Page, readPages, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import type { Observed } from "@/lib/model/observed";

/** Values that one filter takes. */
const filterValuesMax = 200;

interface Ec2List<Answer, Item> {
  readonly call: AwsCall;
  readonly schema: z.ZodType<Answer>;
  /** Pages are asked for: without a page size some calls draw from a smaller quota. */
  readonly send: (
    page: { readonly MaxResults: number; readonly NextToken: string | undefined },
    options: { readonly abortSignal: AbortSignal },
  ) => Promise<object>;
  readonly pageOf: (answer: Answer) => Page<Item>;
  readonly keyOf: (item: Item) => string;
  readonly pageSize?: number;
}

/**
 * Follows one of EC2's lists, each thing once and sorted.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html
 */
export async function readEc2List<Answer, Item>(
  { aws, region }: CallContext,
  { call, schema, send, pageOf, keyOf, pageSize = 1000 }: Ec2List<Answer, Item>,
): Promise<Item[]> {
  const items = await readPages(call, { region }, async (token) =>
    pageOf(
      await aws.ask(call, {
        region,
        schema,
        send: (options) => send({ MaxResults: pageSize, NextToken: token }, options),
      }),
    ),
  );
  return sortedBy(uniqueBy(items, keyOf), keyOf);
}

/** Reads things by id, as many at a time as a filter takes; nothing is asked about none. */
export async function readByIds<Item>(
  ids: readonly string[],
  read: (some: string[]) => Promise<Item[]>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let start = 0; start < ids.length; start += filterValuesMax) {
    items.push(...(await read(ids.slice(start, start + filterValuesMax))));
  }
  return items;
}

/** The distinct ids that facts name; those that are missing name none. */
export function idsIn<Thing>(
  things: readonly Thing[],
  pick: (thing: Thing) => Observed<readonly string[]>,
): string[] {
  const ids = things.flatMap((thing) => {
    const observed = pick(thing);
    return observed.known ? observed.value : [];
  });
  return [...new Set(ids)].toSorted();
}
