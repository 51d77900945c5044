import type { ConsumerFacts, RegionFacts, StreamFacts } from "../../account-facts";
import { kinesisDialect } from "../dialects";
import { type WireContext, regionOf } from "../wire-service";
import { WireError } from "../wire-error";

interface StreamIndex {
  /** By name, as AWS lists them. */
  readonly streams: readonly StreamFacts[];
  readonly byName: ReadonlyMap<string, StreamFacts>;
  readonly byArn: ReadonlyMap<string, StreamFacts>;
  readonly consumers: ReadonlyMap<string, ConsumerFacts>;
}

/** Facts do not change in place, so an index lives as long as its Region's facts. */
const indexes = new WeakMap<RegionFacts, StreamIndex>();

export function streamIndex(context: WireContext): StreamIndex {
  const facts = regionOf(kinesisDialect, context);
  const known = indexes.get(facts);
  if (known) return known;

  const streams = facts.streams.toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
  const index: StreamIndex = {
    streams,
    byName: new Map(streams.map((stream) => [nameOf(stream), stream])),
    byArn: new Map(streams.map((stream) => [stream.summary.StreamARN ?? "", stream])),
    consumers: new Map(
      streams.flatMap(({ consumers }) => consumers.map((consumer) => [consumer.ConsumerARN ?? "", consumer])),
    ),
  };
  indexes.set(facts, index);
  return index;
}

export function findStream(
  context: WireContext,
  { name, arn }: { name?: string | undefined; arn?: string | undefined },
) {
  if (!name && !arn) throw new WireError("InvalidArgumentException", "Missing StreamName or StreamARN.");
  const index = streamIndex(context);
  const stream = arn ? index.byArn.get(arn) : index.byName.get(name ?? "");
  if (!stream || (name && nameOf(stream) !== name))
    throw streamNotFound(context, arn?.split("/")[1] ?? name ?? "");
  return stream;
}

export function streamNotFound({ account }: WireContext, name: string): WireError {
  return new WireError(
    "ResourceNotFoundException",
    `Stream ${name} under account ${account.accountId} not found.`,
  );
}

export function nameOf({ summary }: StreamFacts): string {
  return summary.StreamName ?? "";
}
