import "server-only";
import { DescribeManagedPrefixListsCommand, GetManagedPrefixListEntriesCommand } from "@aws-sdk/client-ec2";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { readByIds, readEc2List } from "@/lib/collectors/ec2-pages";
import { present } from "@/lib/collectors/present";
import { readPages } from "@/lib/collectors/read-pages";
import type { PrefixList, SecurityGroup } from "@/lib/model/network";
import { known, type Observed } from "@/lib/model/observed";

const listsSchema = z.object({
  PrefixLists: z.array(z.object({ PrefixListId: z.string(), PrefixListName: z.string().nullish() })),
  NextToken: z.string().nullish(),
});
const entriesSchema = z.object({
  Entries: z.array(z.object({ Cidr: z.string() })),
  NextToken: z.string().nullish(),
});

/** The prefix lists that rules of the endpoints' security groups name, with the addresses they stand for. */
export async function collectPrefixLists(
  context: CallContext,
  groups: Observed<readonly SecurityGroup[]>,
): Promise<Observed<PrefixList[]>> {
  if (!groups.known) return groups;
  const { aws, region } = context;
  const ids = [
    ...new Set(
      groups.value.flatMap(({ inboundRules }) => inboundRules.flatMap(({ prefixListIds }) => prefixListIds)),
    ),
  ].toSorted();
  if (ids.length === 0) return known([], groups.read);

  const names = await aws.observe(calls.describeManagedPrefixLists, { region, about: ids }, async () => {
    const lists = await readByIds(ids, (some) => readLists(context, some));
    return new Map(lists.map(({ PrefixListId, PrefixListName }) => [PrefixListId, PrefixListName]));
  });
  if (!names.known) return names;
  aws.progress.plan(calls.getManagedPrefixListEntries.action, region, ids.length);
  const lists = ids.map((id) => readList(context, id, names.value.get(id)));
  return known(await Promise.all(lists), names.read);
}

async function readList(
  context: CallContext,
  id: string,
  name: string | null | undefined,
): Promise<PrefixList> {
  return { id, ...present({ name }), cidrBlocks: await readEntries(context, id) };
}

function readLists(context: CallContext, ids: string[]) {
  return readEc2List(context, {
    call: calls.describeManagedPrefixLists,
    schema: listsSchema,
    send: (page, options) =>
      context.clients.ec2.send(
        new DescribeManagedPrefixListsCommand({
          Filters: [{ Name: "prefix-list-id", Values: ids }],
          ...page,
        }),
        options,
      ),
    pageOf: ({ PrefixLists, NextToken }) => ({ items: PrefixLists, next: NextToken }),
    keyOf: ({ PrefixListId }) => PrefixListId,
    // DescribeManagedPrefixLists takes at most this many.
    pageSize: 100,
  });
}

function readEntries(context: CallContext, id: string): Promise<Observed<string[]>> {
  const { aws, clients, region } = context;
  const call = calls.getManagedPrefixListEntries;
  const place = { region, resource: id };
  return aws.observe(call, place, async () => {
    const entries = await readPages(call, place, async (token) => {
      const { Entries, NextToken } = await aws.ask(call, {
        ...place,
        schema: entriesSchema,
        send: (options) =>
          clients.ec2.send(
            new GetManagedPrefixListEntriesCommand({ PrefixListId: id, MaxResults: 100, NextToken: token }),
            options,
          ),
      });
      return { items: Entries, next: NextToken };
    });
    return entries.map(({ Cidr }) => Cidr).toSorted();
  });
}
