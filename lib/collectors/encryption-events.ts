import "server-only";
import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { notAskedFor } from "@/lib/collectors/not-asked-for";
import { readPages } from "@/lib/collectors/read-pages";
import { parseArn } from "@/lib/model/arn";
import type { EncryptionEvent } from "@/lib/model/encryption-event";
import type { Observed } from "@/lib/model/observed";

const kinds = { StartStreamEncryption: "start", StopStreamEncryption: "stop" } as const;

/** Of the whole request, which the event holds as text, the stream alone; `errorCode` stands where the call failed. */
const detailsSchema = z.object({
  requestParameters: z
    .object({ streamName: z.string().nullish(), streamARN: z.string().nullish() })
    .nullish(),
  errorCode: z.string().nullish(),
});
const textSchema = z.string().transform((text, context): z.infer<typeof detailsSchema> => {
  try {
    return detailsSchema.parse(JSON.parse(text));
  } catch {
    context.addIssue("is not a record of CloudTrail");
    return z.NEVER;
  }
});
const eventsSchema = z.object({
  Events: z.array(z.object({ EventTime: z.date(), CloudTrailEvent: textSchema })),
  NextToken: z.string().nullish(),
});

/** The calls that switched encryption on or off, of all streams at once; those that failed changed nothing. */
export async function collectEncryptionEvents(context: CallContext): Promise<Observed<EncryptionEvent[]>> {
  const { aws, region, onDemand } = context;
  if (!onDemand.includes("event-history")) return notAskedFor(calls.lookupEvents, region);
  return aws.observe(calls.lookupEvents, { region }, async () => {
    const found = await Promise.all([
      lookUp(context, "StartStreamEncryption"),
      lookUp(context, "StopStreamEncryption"),
    ]);
    return found.flat().toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  });
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html */
async function lookUp(
  { aws, clients, region }: CallContext,
  name: keyof typeof kinds,
): Promise<EncryptionEvent[]> {
  const call = calls.lookupEvents;
  const events = await readPages(call, { region }, async (token) => {
    const { Events, NextToken } = await aws.ask(call, {
      region,
      schema: eventsSchema,
      send: (options) =>
        clients.cloudtrail.send(
          new LookupEventsCommand({
            LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: name }],
            MaxResults: 50,
            NextToken: token,
          }),
          options,
        ),
    });
    return { items: Events, next: NextToken };
  });
  return events.flatMap(({ EventTime, CloudTrailEvent: { errorCode, requestParameters } }) => {
    const streamName = requestParameters?.streamName || nameIn(requestParameters?.streamARN);
    if (errorCode || !streamName) return [];
    return [{ kind: kinds[name], at: EventTime.toISOString(), streamName }];
  });
}

function nameIn(arn: string | null | undefined): string | undefined {
  return parseArn(arn ?? "")?.resource.replace(/^stream\//, "");
}
