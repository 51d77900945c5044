import "server-only";
import { ListTagsForStreamCommand } from "@aws-sdk/client-kinesis";
import { GetResourcesCommand } from "@aws-sdk/client-resource-groups-tagging-api";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { readPages } from "@/lib/collectors/read-pages";
import { parseArn } from "@/lib/model/arn";
import { known, type Observed } from "@/lib/model/observed";

export type Tags = Record<string, string>;

const tagSchema = z.object({ Key: z.string(), Value: z.string().nullish() });
const resourcesSchema = z.object({
  ResourceTagMappingList: z.array(z.object({ ResourceARN: z.string(), Tags: z.array(tagSchema).nullish() })),
  PaginationToken: z.string().nullish(),
});
const streamTagsSchema = z.object({ Tags: z.array(tagSchema), HasMoreTags: z.boolean() });

/**
 * Tags by stream ARN, a hundred streams a call. A stream that was never tagged does not appear.
 *
 * @see https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
 */
export function collectTaggedStreams({
  aws,
  clients,
  region,
}: CallContext): Promise<Observed<ReadonlyMap<string, Tags>>> {
  return aws.observe(calls.getResources, { region }, async () => {
    const mappings = await readPages(calls.getResources, { region }, async (token) => {
      const page = await aws.ask(calls.getResources, {
        region,
        schema: resourcesSchema,
        send: (options) =>
          clients.tagging.send(
            new GetResourcesCommand({
              ResourceTypeFilters: ["kinesis:stream"],
              ResourcesPerPage: 100,
              PaginationToken: token,
            }),
            options,
          ),
      });
      return { items: page.ResourceTagMappingList, next: page.PaginationToken };
    });
    return new Map(
      mappings
        .filter(({ ResourceARN }) => parseArn(ResourceARN)?.service === "kinesis")
        .map((mapping) => [mapping.ResourceARN, toTags(mapping.Tags ?? [])]),
    );
  });
}

/**
 * The tags of one stream. That the bulk answer does not name it means "untagged" on AWS; an emulator may not
 * cover Kinesis there, and a caller may lack that right, so then Kinesis itself is asked.
 */
export function collectStreamTags(
  context: CallContext,
  stream: { readonly arn: string; readonly name: string },
  tagged: Observed<ReadonlyMap<string, Tags>>,
): Promise<Observed<Tags>> {
  if (tagged.known) {
    const tags = tagged.value.get(stream.arn);
    if (tags) return Promise.resolve(known(tags, tagged.read));
    if (!context.customEndpoint()) return Promise.resolve(known({}, tagged.read));
  }
  const place = { region: context.region, resource: stream.arn };
  return context.aws.observe(calls.listTagsForStream, place, () => listTags(context, stream));
}

async function listTags(
  { aws, clients, region }: CallContext,
  { arn, name }: { readonly arn: string; readonly name: string },
): Promise<Tags> {
  const place = { region, resource: arn };
  const tags = await readPages(calls.listTagsForStream, place, async (after) => {
    const { Tags, HasMoreTags } = await aws.ask(calls.listTagsForStream, {
      ...place,
      schema: streamTagsSchema,
      send: (options) =>
        clients.kinesis.send(
          new ListTagsForStreamCommand({ StreamName: name, ExclusiveStartTagKey: after }),
          options,
        ),
    });
    return { items: Tags, next: HasMoreTags ? Tags.at(-1)?.Key : undefined };
  });
  return toTags(tags);
}

/** In the order of their keys, so that one account gives one snapshot. */
function toTags(tags: readonly z.infer<typeof tagSchema>[]): Tags {
  const entries = tags.map(({ Key, Value }): [string, string] => [Key, Value ?? ""]);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
