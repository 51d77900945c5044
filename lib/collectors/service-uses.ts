import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import {
  GenerateServiceLastAccessedDetailsCommand,
  GetServiceLastAccessedDetailsCommand,
} from "@aws-sdk/client-iam";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls, globalRegion } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { notAskedFor } from "@/lib/collectors/not-asked-for";
import { readPages } from "@/lib/collectors/read-pages";
import { known, type Observed } from "@/lib/model/observed";
import type { ServiceUse } from "@/lib/model/service-use";

/** AWS works a report out within seconds; one that takes longer than this is given up. */
const pollsMax = 30;
const pollMs = 1000;

const jobSchema = z.object({ JobId: z.string().min(1) });
const detailsSchema = z.object({
  JobStatus: z.enum(["IN_PROGRESS", "COMPLETED", "FAILED"]),
  ServicesLastAccessed: z
    .array(z.object({ ServiceNamespace: z.string(), LastAuthenticated: z.date().nullish() }))
    .nullish(),
  IsTruncated: z.boolean().nullish(),
  Marker: z.string().nullish(),
});

type Details = z.infer<typeof detailsSchema>;

/** When each of the principals last called Kinesis, in whatever Region. */
export async function collectServiceUses(
  context: CallContext,
  principals: Observed<readonly string[]>,
): Promise<Observed<ServiceUse[]>> {
  const call = calls.getServiceLastAccessedDetails;
  if (!context.onDemand.includes("last-accessed")) return notAskedFor(call);
  if (!principals.known) return principals;
  context.aws.progress.plan(call.action, globalRegion, principals.value.length);
  const uses = principals.value.map(async (principalArn) => ({
    principalArn,
    lastUsedAt: await readUse(context, principalArn),
  }));
  return known(await Promise.all(uses), principals.read);
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html */
function readUse(context: CallContext, Arn: string): Promise<Observed<string | null>> {
  const { aws, clients, region } = context;
  const place = { region, resource: Arn };
  return aws.observe(calls.getServiceLastAccessedDetails, place, async () => {
    const { JobId } = await aws.ask(calls.generateServiceLastAccessedDetails, {
      ...place,
      schema: jobSchema,
      send: (options) =>
        clients.iam.send(
          new GenerateServiceLastAccessedDetailsCommand({ Arn, Granularity: "SERVICE_LEVEL" }),
          options,
        ),
    });
    await untilDone(context, JobId, Arn);
    const services = await readPages(
      calls.getServiceLastAccessedDetails,
      { resource: Arn },
      async (marker) => {
        const page = await getDetails(context, JobId, Arn, marker);
        return { items: page.ServicesLastAccessed ?? [], next: page.IsTruncated ? page.Marker : undefined };
      },
    );
    const kinesis = services.find(({ ServiceNamespace }) => ServiceNamespace === "kinesis");
    return kinesis?.LastAuthenticated?.toISOString() ?? null;
  });
}

async function untilDone(context: CallContext, jobId: string, arn: string): Promise<void> {
  for (let poll = 0; poll < pollsMax; poll += 1) {
    const { JobStatus: status } = await getDetails(context, jobId, arn, undefined);
    if (status === "COMPLETED") return;
    if (status === "FAILED") throw given("unexpected", "the report failed", arn);
    await delay(pollMs, undefined, { ref: false });
  }
  throw given("timed-out", "the report was not ready in time", arn);
}

function getDetails(
  { aws, clients, region }: CallContext,
  JobId: string,
  resource: string,
  Marker: string | undefined,
): Promise<Details> {
  return aws.ask(calls.getServiceLastAccessedDetails, {
    region,
    resource,
    schema: detailsSchema,
    send: (options) =>
      clients.iam.send(new GetServiceLastAccessedDetailsCommand({ JobId, Marker, MaxItems: 1000 }), options),
  });
}

function given(reason: "unexpected" | "timed-out", detail: string, resource: string): CollectionError {
  return new CollectionError(buildGap(calls.getServiceLastAccessedDetails, reason, detail, { resource }));
}
