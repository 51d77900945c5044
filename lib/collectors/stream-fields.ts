import "server-only";
import { z } from "zod";
import { calls } from "@/lib/aws/calls";
import { observeField } from "@/lib/collectors/observe-field";
import type { StreamSummary } from "@/lib/collectors/stream-summary";
import { mapObserved, type Observed } from "@/lib/model/observed";
import type { Stream, StreamEncryption } from "@/lib/model/stream";

const countSchema = z.number().int().nonnegative();
const modeSchema = z.object({ StreamMode: z.enum(["PROVISIONED", "ON_DEMAND"]) });
const encryptionTypeSchema = z.enum(["NONE", "KMS"]);

interface Place {
  readonly region: string;
  readonly resource: string;
}

type SummaryFields = Pick<
  Stream,
  "status" | "mode" | "retentionHours" | "createdAt" | "encryption" | "openShardCount" | "channelCount"
>;

/** What one summary tells of a stream, each fact by itself. */
export function readStreamFields(summary: Observed<StreamSummary>, place: Place): SummaryFields {
  const field = <Value>(name: keyof StreamSummary, schema: z.ZodType<Value>) =>
    observeField(summary, name, schema, { call: calls.describeStreamSummary, ...place });

  return {
    status: field("StreamStatus", z.string().min(1)),
    mode: mapObserved(field("StreamModeDetails", modeSchema), ({ StreamMode }) =>
      StreamMode === "PROVISIONED" ? "provisioned" : "on-demand",
    ),
    retentionHours: field("RetentionPeriodHours", z.number().int().positive()),
    createdAt: mapObserved(field("StreamCreationTimestamp", z.date()), (date) => date.toISOString()),
    encryption: readEncryption(summary, place),
    openShardCount: field("OpenShardCount", countSchema),
    channelCount: field("ChannelCount", countSchema),
  };
}

/** The number of consumers; 0 spares the call that lists them. */
export function readConsumerCount(summary: Observed<StreamSummary>, place: Place): Observed<number> {
  return observeField(summary, "ConsumerCount", countSchema, { call: calls.describeStreamSummary, ...place });
}

/** An absent EncryptionType is not "NONE", and KMS without a key is half a fact. */
function readEncryption(summary: Observed<StreamSummary>, place: Place): Observed<StreamEncryption> {
  const at = { call: calls.describeStreamSummary, ...place };
  const type = observeField(summary, "EncryptionType", encryptionTypeSchema, at);
  if (!type.known) return type;
  if (type.value === "NONE") return mapObserved(type, () => ({ type: "none" }));
  return mapObserved(observeField(summary, "KeyId", z.string().min(1), at), (keyReference) => ({
    type: "kms",
    keyReference,
  }));
}
