import { formatHours } from "@/lib/format/hours";
import { environmentWords, gapReasonWords } from "@/lib/format/words";
import { formatUtc } from "@/lib/format/utc-time";
import type { Observed } from "@/lib/model/observed";
import type { ReportStream } from "@/lib/model/report";

/** The facts of a stream, in words: what is not known says why. */
export function streamFacts({
  environment,
  facts,
  accountId,
}: ReportStream): readonly (readonly [string, string])[] {
  return [
    ["Account", accountId],
    ["Environment", `${environmentWords[environment.name]} (${environment.because})`],
    ["State", seen(facts.status, String)],
    ["Created", seen(facts.createdAt, formatUtc)],
    [
      "Encryption",
      seen(facts.encryption, (value) => (value.type === "kms" ? `KMS, ${value.keyReference}` : "none")),
    ],
    ...(facts.keyArn === undefined ? [] : [["Key", facts.keyArn] as const]),
    ["Retention", seen(facts.retentionHours, formatHours)],
    ["Capacity", `${seen(facts.mode, String)}, ${seen(facts.shards, (count) => `${count} open shards`)}`],
    ["Consumers", seen(facts.consumers, (list) => list.map(({ name }) => name).join(", ") || "none")],
    ["Resource policy", seen(facts.resourcePolicy, (attached) => (attached ? "attached" : "none"))],
    [
      "Tags",
      seen(
        facts.tags,
        (tags) =>
          Object.entries(tags)
            .map((pair) => pair.join("="))
            .join(", ") || "none",
      ),
    ],
  ];
}

function seen<T>(fact: Observed<T>, read: (value: T) => string): string {
  return fact.known ? read(fact.value) : `not known: ${gapReasonWords[fact.gap.reason]} (${fact.gap.action})`;
}
