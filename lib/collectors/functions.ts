import "server-only";
import { ListEventSourceMappingsCommand, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { compareText, readPages, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import { parseArn } from "@/lib/model/arn";
import type { Observed } from "@/lib/model/observed";
import type { EventSourceMapping, LambdaFunction } from "@/lib/model/workload";

const functionsSchema = z.object({
  Functions: z.array(
    z.object({
      FunctionArn: z.string(),
      FunctionName: z.string(),
      Role: z.string(),
      VpcConfig: z
        .object({ VpcId: z.string().nullish(), SubnetIds: z.array(z.string()).nullish() })
        .nullish(),
    }),
  ),
  NextMarker: z.string().nullish(),
});
const mappingsSchema = z.object({
  EventSourceMappings: z.array(
    z.object({
      UUID: z.string(),
      FunctionArn: z.string().nullish(),
      // A broker of one's own has none.
      EventSourceArn: z.string().nullish(),
    }),
  ),
  NextMarker: z.string().nullish(),
});

/** Roles and networks of the functions; their code and environment are dropped unseen. */
export function collectFunctions({ aws, clients, region }: CallContext): Promise<Observed<LambdaFunction[]>> {
  const call = calls.listFunctions;
  return aws.observe(call, { region }, async () => {
    const found = await readPages(call, { region }, async (marker) => {
      const { Functions, NextMarker } = await aws.ask(call, {
        region,
        schema: functionsSchema,
        send: (options) => clients.lambda.send(new ListFunctionsCommand({ Marker: marker }), options),
      });
      return { items: Functions, next: NextMarker };
    });
    const functions = found.map(({ FunctionArn, FunctionName, Role, VpcConfig }) => ({
      arn: FunctionArn,
      name: FunctionName,
      roleArn: Role,
      vpcId: VpcConfig?.VpcId || null,
      subnetIds: (VpcConfig?.SubnetIds ?? []).toSorted(compareText),
    }));
    const byArn = ({ arn }: LambdaFunction) => arn;
    return sortedBy(uniqueBy(functions, byArn), byArn);
  });
}

/** The mappings whose source is a data stream or a consumer of one. */
export function collectEventSourceMappings(context: CallContext): Promise<Observed<EventSourceMapping[]>> {
  const { aws, clients, region } = context;
  const call = calls.listEventSourceMappings;
  return aws.observe(call, { region }, async () => {
    const found = await readPages(call, { region }, async (marker) => {
      const { EventSourceMappings, NextMarker } = await aws.ask(call, {
        region,
        schema: mappingsSchema,
        send: (options) =>
          clients.lambda.send(new ListEventSourceMappingsCommand({ Marker: marker }), options),
      });
      return { items: EventSourceMappings, next: NextMarker };
    });
    const mappings = found.flatMap(({ UUID: id, FunctionArn: functionArn, EventSourceArn: sourceArn }) =>
      functionArn && sourceArn && parseArn(sourceArn)?.service === "kinesis"
        ? [{ id, functionArn, sourceArn }]
        : [],
    );
    const byId = ({ id }: EventSourceMapping) => id;
    return sortedBy(uniqueBy(mappings, byId), byId);
  });
}
