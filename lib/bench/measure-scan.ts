import { collectSnapshot } from "@/lib/scan/collect-snapshot";

/**
 * Run in a process of its own, connected to a server by AWS_ENDPOINT_URL: scans it as if it were AWS, and prints how
 * long that took, the largest resident size, and what was not read.
 */
const share = Number(process.argv[2]);
const idleMegabytes = process.memoryUsage().rss / 1_048_576;
const startedMs = performance.now();
let firstFactMs: number | undefined;
const snapshot = await collectSnapshot({
  request: {
    source: { kind: "aws" },
    regions: ["eu-west-1"],
    allRegions: false,
    onDemand: [],
    set: "full",
    quotaShare: share,
  },
  scanId: "bench",
  toolVersion: "bench",
  signal: new AbortController().signal,
  tell: ({ type }) => {
    if (type === "progress") firstFactMs ??= performance.now() - startedMs;
  },
});
const seconds = (performance.now() - startedMs) / 1000;
const region = snapshot.accounts[0]?.regions[0];
const streams = region?.streams.known ? region.streams.value : [];
const throttled = snapshot.calls.reduce((sum, call) => sum + call.throttled, 0);
const unread = streams.filter(({ resourcePolicy, tags }) => !resourcePolicy.known || !tags.known).length;
const peakMegabytes = process.resourceUsage().maxRSS / 1024 - idleMegabytes;
process.stdout.write(
  JSON.stringify({ seconds, streams: streams.length, throttled, unread, peakMegabytes, firstFactMs }),
);
