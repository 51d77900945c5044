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

/** How two streams stand to each other by a column. What is not known comes last, whichever way the order goes. */
export function streamOrder(
  sort: StreamSort,
  dir: "asc" | "desc",
  encryptionOf: (stream: ReportStream) => EncryptionKind,
): Order {
  const keys: Readonly<Record<StreamSort, Key>> = {
    score: ({ score }) => score?.worst,
    name: ({ name }) => name,
    region: ({ region }) => region,
    environment: ({ environment }) => environment.name,
    encryption: encryptionOf,
    retention: ({ facts: { retentionHours } }) => (retentionHours.known ? retentionHours.value : undefined),
    shards: ({ facts: { shards } }) => (shards.known ? shards.value : undefined),
    created: ({ facts: { createdAt } }) => (createdAt.known ? createdAt.value : undefined),
  };
  return by(keys[sort], dir === "asc" ? 1 : -1);
}

function by(key: Key, sign: 1 | -1): Order {
  return (first, second) => {
    const [a, b] = [key(first), key(second)];
    if (a === b) return 0;
    if (a === undefined) return 1;
    if (b === undefined) return -1;
    return a < b ? -sign : sign;
  };
}
