import { setTimeout as delay } from "node:timers/promises";
import {
  DescribeStreamSummaryCommand,
  type KinesisClient,
  type StreamDescriptionSummary,
} from "@aws-sdk/client-kinesis";

const pollMs = 100;
const patienceMs = 20_000;

export async function describeStream(
  kinesis: KinesisClient,
  name: string,
): Promise<StreamDescriptionSummary | undefined> {
  const { StreamDescriptionSummary: summary } = await kinesis.send(
    new DescribeStreamSummaryCommand({ StreamName: name }),
  );
  return summary;
}

/** A change of a stream takes a moment, and until then every other change is refused. */
export async function onceActive(
  kinesis: KinesisClient,
  name: string,
): Promise<StreamDescriptionSummary | undefined> {
  const deadlineMs = performance.now() + patienceMs;
  for (;;) {
    const summary = await describeStream(kinesis, name);
    if (summary?.StreamStatus === "ACTIVE" || performance.now() > deadlineMs) return summary;
    await delay(pollMs);
  }
}
