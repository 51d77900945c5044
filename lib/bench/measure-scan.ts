import { collectSnapshot } from "@/lib/scan/collect-snapshot";
import { buildReport } from "@/lib/scan/build-report";
import { sha256 } from "@/lib/scan/sha256";
import { defaultSettings } from "@/lib/model/settings";
import type { Observed } from "@/lib/model/observed";
import { regionNames } from "./served-account";

/**
 * Run in a process of its own, connected to a server by AWS_ENDPOINT_URL: scans it as if it were AWS, judges what it
 * read, and prints how long that took, the largest resident size, and what was not read.
 */
const [share = 0, regions = 1] = process.argv.slice(2).map(Number);
const peak = () => process.resourceUsage().maxRSS / 1024;
const cpuSeconds = () => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6;
const idleMegabytes = peak();
const idleCpuSeconds = cpuSeconds();
const startedMs = performance.now();
const snapshot = await collectSnapshot({
  request: {
    source: { kind: "aws" },
    regions: regionNames.slice(0, regions),
    allRegions: false,
    onDemand: [],
    set: "full",
    quotaShare: share,
  },
  scanId: "bench",
  toolVersion: "bench",
  signal: new AbortController().signal,
  tell: () => undefined,
});
const read = {
  seconds: (performance.now() - startedMs) / 1000,
  cpuSeconds: cpuSeconds() - idleCpuSeconds,
  peakMegabytes: peak() - idleMegabytes,
};
const valueOf = <Value>(observed: Observed<readonly Value[]>) => (observed.known ? observed.value : []);
const streams = snapshot.accounts.flatMap((account) =>
  account.regions.flatMap((region) => valueOf(region.streams)),
);
const unread = streams.filter((stream) =>
  [stream.encryption, stream.consumers, stream.resourcePolicy, stream.tags].some(({ known }) => !known),
).length;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const calls = sum(snapshot.calls.map(({ count }) => count));
const throttled = sum(snapshot.calls.map((call) => call.throttled));

const beforeMs = performance.now();
const beforeCpuSeconds = cpuSeconds();
const report = buildReport({ snapshot, settings: defaultSettings, set: "full", hash: sha256 });
const judge = {
  seconds: (performance.now() - beforeMs) / 1000,
  cpuSeconds: cpuSeconds() - beforeCpuSeconds,
  peakMegabytes: peak() - idleMegabytes,
};
if (report.streams.length !== streams.length) throw new Error("streams are missing in the report");
process.stdout.write(JSON.stringify({ read, judge, streams: streams.length, calls, throttled, unread }));
