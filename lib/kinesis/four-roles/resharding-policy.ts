import type {
  PolicyStatement,
  RoleOptions,
  RolePolicy,
  RoleStream,
} from "@/lib/kinesis/four-roles/four-roles";
import {
  allow,
  arnsOf,
  denyWithoutTls,
  documentOf,
  inRegionsOf,
} from "@/lib/kinesis/four-roles/statement-parts";

const regionWide = ["kinesis:UpdateShardCount", "kinesis:UpdateStreamMode"];

/** The number of shards, and nothing else. */
export function reshardingPolicy(streams: readonly RoleStream[], options: RoleOptions): RolePolicy {
  const unread = streams.flatMap(({ mode }) => (mode.known ? [] : [mode.gap.message]));
  if (unread.length > 0)
    return { role: "resharding", document: undefined, notes: ["The capacity mode is not known.", ...unread] };
  const provisioned = streams.filter(({ mode }) => mode.known && mode.value === "provisioned");
  const onDemand = streams.filter(({ mode }) => mode.known && mode.value === "on-demand");
  return {
    role: "resharding",
    document: documentOf([
      ...onStreams("Reshard", ["kinesis:MergeShards", "kinesis:SplitShard"], provisioned),
      ...onStreams("SetWarmThroughput", ["kinesis:UpdateStreamWarmThroughput"], onDemand),
      ...(options.regionWide ? [allow("ReshardRegion", regionWide, "*", inRegionsOf(streams))] : []),
      allow("Look", ["kinesis:DescribeStreamSummary", "kinesis:ListShards"], arnsOf(streams)),
      ...denyWithoutTls(options),
    ]),
    notes: [
      options.regionWide
        ? "UpdateShardCount and UpdateStreamMode work on every stream of the Region: AWS accepts them on no single one."
        : "UpdateShardCount and UpdateStreamMode are left out: AWS accepts them on every stream of the Region only. Shards are split and merged one by one.",
      ...(onDemand.length > 0
        ? [`AWS itself reshards ${namesOf(onDemand)}, on demand; what is left is the warm throughput.`]
        : []),
    ],
  };
}

function onStreams(
  Sid: string,
  actions: readonly string[],
  streams: readonly RoleStream[],
): PolicyStatement[] {
  return streams.length === 0 ? [] : [allow(Sid, actions, arnsOf(streams))];
}

function namesOf(streams: readonly RoleStream[]): string {
  return streams.map(({ name }) => name).join(", ");
}
