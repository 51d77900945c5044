import type { ReportStream } from "@/lib/model/report";
import type { EncryptionKind } from "@/lib/server/stream-encryption";

export const streamSorts = [
  "score",
  "name",
  "region",
  "environment",
  "encryption",
  "retention",
  "shards",
  "created",
] as const;
export type StreamSort = (typeof streamSorts)[number];

type Order = (a: ReportStream, b: ReportStream) => number;
type Key = (stream: ReportStream) => string | number | undefined;

/** How two streams stand to each other by each column, ascending. What is not known comes last. */
export function streamOrders(
  encryptionOf: (stream: ReportStream) => EncryptionKind,
): Readonly<Record<StreamSort, Order>> {
  return {
    score: by(({ score }) => score?.worst),
    name: by(({ name }) => name),
    region: by(({ region }) => region),
    environment: by(({ environment }) => environment.name),
    encryption: by(encryptionOf),
    retention: by(({ facts: { retentionHours } }) =>
      retentionHours.known ? retentionHours.value : undefined,
    ),
    shards: by(({ facts: { shards } }) => (shards.known ? shards.value : undefined)),
    created: by(({ facts: { createdAt } }) => (createdAt.known ? createdAt.value : undefined)),
  };
}

function by(key: Key): Order {
  return (first, second) => {
    const [a, b] = [key(first), key(second)];
    if (a === b) return 0;
    if (a === undefined) return 1;
    if (b === undefined) return -1;
    return a < b ? -1 : 1;
  };
}
