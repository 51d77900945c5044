import type { AccountFacts, StreamFacts } from "@/lib/demo/account-facts";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { buildConsumer, buildStream } from "@/lib/demo/account/build-stream";
import { euWest1 } from "@/lib/demo/account/identifiers";
import { startWireServer } from "@/lib/demo/wire/start-wire-server";

/**
 * Run in a process of its own: serves the demo account with so many streams more, a tenth of them with a consumer, at
 * AWS's rates times a factor, and prints its address. Ends with its input.
 */
const [streams = 0, speed = 1] = process.argv.slice(2).map(Number);
const server = await startWireServer(accountWith(streams), { quotas: { speed } });
process.stdout.write(`${server.url}\n`);
process.stdin.resume();
process.stdin.once("end", () => void server.close());

function accountWith(count: number): AccountFacts {
  const account = buildDemoAccount();
  const region = account.regions[euWest1];
  if (!region) throw new Error("the demo account has no such Region");
  const more = Array.from({ length: count }, (_, index) => streamNumber(index));
  return { ...account, regions: { [euWest1]: { ...region, streams: more } } };
}

function streamNumber(index: number): StreamFacts {
  const place = { region: euWest1, createdOn: "2026-01-12" };
  const name = `orders-${String(index).padStart(5, "0")}`;
  return buildStream({
    ...place,
    name,
    mode: "ON_DEMAND",
    shards: 4,
    retentionHours: 168,
    key: "alias/aws/kinesis",
    tags: { environment: "prod" },
    consumers: index % 10 === 0 ? [buildConsumer({ ...place, streamName: name, name: "reader" })] : [],
  });
}
