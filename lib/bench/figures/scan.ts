import type { Figure } from "../figure";
import { floorSeconds, type MeasuredScan, type Pace, scanBeside, scanServed } from "../scan-served";
import type { ServedAccount } from "../served-account";

const thousand: ServedAccount = { regions: 1, streams: 1000, consumerEvery: 10, principals: 0 };
const withoutConsumers: ServedAccount = { ...thousand, consumerEvery: 0 };
const aTenth: ServedAccount = { ...thousand, streams: 500, principals: 40 };
/** What a scan takes unless it is told otherwise. */
const quarter: Pace = { speed: 10, share: 0.25 };

/** Whole scans over the wire, against the least time that their share of the quotas allows. */
export const figures: readonly Figure[] = [
  ratio("scan.1000.ratio-to-floor", { speed: 10, share: 0.9 }),
  ratio("scan.1000.quarter-share.ratio-to-floor", quarter),
  {
    name: "scan.1000.calls-per-stream",
    unit: "calls",
    runs: 1,
    measure: async () => (await scanServed(withoutConsumers, { speed: 20, share: 0.9 })).calls / 1000,
    note: "beside Prowler's 2, DescribeStream and ListTagsForStream: it reads no stream's policy, consumers or channels. Here all calls of the scan are counted, those of IAM, KMS, networks and logging too.",
  },
  {
    name: "scan.1000.memory",
    unit: "MB",
    runs: 1,
    measure: async () => (await scanServed(thousand, { speed: 10, share: 0.9 })).read.peakMegabytes,
  },
  ...besideNeighbour(),
  ...[1000, 2500, 5000, 10_000].flatMap(ofSize),
];

function ratio(name: string, pace: Pace): Figure {
  const measure = async () => (await scanServed(thousand, pace)).read.seconds / floorSeconds(thousand, pace);
  return { name, unit: "x", runs: 1, measure };
}

/** Somebody takes 60 % of the quotas that the scan takes a quarter of. */
function besideNeighbour(): Figure[] {
  const measured = memoised(() => scanBeside(aTenth, quarter, 0.6));
  return [
    {
      name: "scan.neighbour.lost-facts",
      unit: "facts",
      runs: 1,
      measure: async () => (await measured()).unread,
    },
    {
      name: "scan.neighbour.scan-throttled",
      unit: "calls",
      runs: 1,
      measure: async () => (await measured()).throttled,
    },
    {
      name: "scan.neighbour.throttled",
      unit: "%",
      runs: 1,
      measure: async () => {
        const { calls, throttled } = (await measured()).neighbour;
        return (100 * throttled) / calls;
      },
    },
  ];
}

/** Four Regions, a role for every second stream, a consumer for every tenth: reading and judging by themselves. */
function ofSize(streams: number): Figure[] {
  const plan: ServedAccount = { regions: 4, streams, consumerEvery: 10, principals: streams / 2 };
  const pace: Pace = { speed: 20, share: 0.25 };
  const measured = memoised(() => scanServed(plan, pace));
  const figure = (name: string, unit: string, valueOf: (scan: MeasuredScan) => number): Figure => ({
    name: `scan.4-regions.${streams}x${plan.principals}.${name}`,
    unit,
    runs: 1,
    measure: async () => valueOf(await measured()),
  });
  return [
    figure("ratio-to-floor", "x", ({ read }) => read.seconds / floorSeconds(plan, pace)),
    figure("read.seconds", "s", ({ read }) => read.seconds),
    figure("read.cpu", "s", ({ read }) => read.cpuSeconds),
    figure("read.memory", "MB", ({ read }) => read.peakMegabytes),
    figure("judge.cpu", "s", ({ judge }) => judge.cpuSeconds),
    figure("judge.memory", "MB", ({ judge }) => judge.peakMegabytes),
  ];
}

function memoised<Value>(measure: () => Promise<Value>): () => Promise<Value> {
  let measured: Promise<Value> | undefined;
  return () => (measured ??= measure());
}
