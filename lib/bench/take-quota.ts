import { setTimeout as delay } from "node:timers/promises";
import {
  DescribeStreamSummaryCommand,
  GetResourcePolicyCommand,
  KinesisClient,
} from "@aws-sdk/client-kinesis";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { regionNames } from "./served-account";

/**
 * Run in a process of its own, connected to a server by AWS_ENDPOINT_URL: the account's own software, which asks
 * evenly for stream summaries and policies at a part of AWS's rates. When its input ends, it prints how many calls
 * it made and how many of them were throttled.
 */
const share = Number(process.argv[2]);
const client = new KinesisClient({
  region: regionNames[0],
  // Its own repetitions would hide what it suffers.
  maxAttempts: 1,
  // Without a socket that is free at once, a call is late and the next ones come in a bunch.
  requestHandler: new NodeHttpHandler({ httpAgent: { maxSockets: 200 } }),
});
const StreamName = "team-0-events-00000";
const ResourceARN = `arn:aws:kinesis:${regionNames[0]}:111122223333:stream/${StreamName}`;
const counts = { calls: 0, throttled: 0 };
const over = new AbortController();
process.stdin.resume();
process.stdin.once("end", () => over.abort());

async function take(perSecond: number, ask: () => Promise<unknown>): Promise<void> {
  const asked: Promise<void>[] = [];
  for (let next = performance.now(); !over.signal.aborted; next += 1000 / perSecond) {
    await delay(next - performance.now());
    counts.calls += 1;
    asked.push(ask().then(() => undefined, count));
  }
  await Promise.all(asked);
}

function count(error: unknown): void {
  if (!(error instanceof Error) || error.name !== "LimitExceededException") throw error;
  counts.throttled += 1;
}

await Promise.all([
  take(20 * share, () => client.send(new DescribeStreamSummaryCommand({ StreamName }))),
  take(5 * share, () => client.send(new GetResourcePolicyCommand({ ResourceARN }))),
]);
client.destroy();
process.stdout.write(JSON.stringify(counts));
