import "server-only";
import { DescribePipeCommand, ListPipesCommand } from "@aws-sdk/client-pipes";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { observeField } from "@/lib/collectors/observe-field";
import { readPages, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import { known, mapObserved, type Observed } from "@/lib/model/observed";
import type { Pipe } from "@/lib/model/pipe";

const listedSchema = z.object({
  Arn: z.string().min(1),
  Name: z.string().min(1),
  CurrentState: z.string(),
  Source: z.string().min(1),
  Target: z.string().min(1),
});
const listSchema = z.object({ Pipes: z.array(listedSchema), NextToken: z.string().nullish() });
const detailsSchema = z.object({
  Arn: z.string(),
  RoleArn: z.unknown().optional(),
  Enrichment: z.string().nullish(),
});

type ListedPipe = z.infer<typeof listedSchema>;

/** The pipes whose source is a data stream. */
export async function collectPipes(context: CallContext): Promise<Observed<Pipe[]>> {
  const { aws, region } = context;
  const listed = await aws.observe(calls.listPipes, { region }, () => listPipes(context));
  if (!listed.known) return listed;
  aws.progress.plan(calls.describePipe.action, region, listed.value.length);
  return known(await Promise.all(listed.value.map((pipe) => readOne(context, pipe))), listed.read);
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_ListPipes.html */
async function listPipes({ aws, clients, region, partition }: CallContext): Promise<ListedPipe[]> {
  const SourcePrefix = `arn:${partition}:kinesis:`;
  const found = await readPages(calls.listPipes, { region }, async (token) => {
    const { Pipes, NextToken } = await aws.ask(calls.listPipes, {
      region,
      schema: listSchema,
      send: (options) =>
        clients.pipes.send(new ListPipesCommand({ SourcePrefix, Limit: 100, NextToken: token }), options),
    });
    return { items: Pipes, next: NextToken };
  });
  const byArn = ({ Arn }: ListedPipe) => Arn;
  // An emulator may not look at the prefix.
  return sortedBy(uniqueBy(found, byArn), byArn).filter(({ Source }) => Source.startsWith(SourcePrefix));
}

async function readOne({ aws, clients, region }: CallContext, listed: ListedPipe): Promise<Pipe> {
  const { Arn: arn, Name: name, CurrentState: state, Source: streamArn, Target: targetArn } = listed;
  const call = calls.describePipe;
  const place = { region, resource: arn };
  const details = await aws.observe(call, place, async () => {
    const answer = await aws.ask(call, {
      ...place,
      schema: detailsSchema,
      send: (options) => clients.pipes.send(new DescribePipeCommand({ Name: name }), options),
    });
    if (answer.Arn === arn) return answer;
    throw new CollectionError(buildGap(call, "malformed", "the answer is about another pipe", place));
  });
  return {
    arn,
    name,
    state,
    streamArn,
    targetArn,
    enrichmentArn: mapObserved(details, ({ Enrichment }) => Enrichment || null),
    roleArn: observeField(details, "RoleArn", z.string().min(1), { call, ...place }),
  };
}
