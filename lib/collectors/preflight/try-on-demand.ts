import "server-only";
import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import type { Attempts } from "@/lib/collectors/preflight/attempts";

/** What only a scan calls that asks for it. */
export async function tryOnDemand(
  { clients: { cloudtrail }, onDemand }: CallContext,
  attempts: Attempts,
): Promise<void> {
  attempts.skip(
    [calls.generateServiceLastAccessedDetails, calls.getServiceLastAccessedDetails],
    "It makes AWS work out a report: only a scan that asks for it does that.",
  );
  if (!onDemand.includes("event-history")) {
    attempts.skip([calls.lookupEvents], "Only a scan that asks for it makes this call.");
    return;
  }
  await attempts.try(calls.lookupEvents, {
    schema: z.object({ Events: z.array(z.unknown()) }),
    send: (options) => cloudtrail.send(new LookupEventsCommand({ MaxResults: 1 }), options),
  });
}
