import { dutyWords } from "@/components/duties/duty-words";
import type { DutyCell, KeyAccess } from "@/lib/model/duty";
import { isKeyUnread, stateOf, type DutyState } from "@/lib/model/duty-state";

type Say = (name: string, can: string) => string;

const sentences: Readonly<Record<DutyState, Say>> = {
  allowed: (name, can) => `${name} can ${can}.`,
  conditional: (name, can) => `${name} can ${can}, but only under a condition.`,
  blocked: (name, can) => `Kinesis lets ${name} ${can}, but the key does not: nothing comes of it.`,
  unknown: (name, can) =>
    `Whether ${name} can ${can} is not known: a document that decides could not be read.`,
};

const keyUnread: Say = (name, can) => `Kinesis lets ${name} ${can}; whether the key does could not be read.`;

/** `etl-worker can read this stream.` */
export function cellSentence(cell: DutyCell, name: string): string {
  const say = isKeyUnread(cell) ? keyUnread : sentences[stateOf(cell)];
  return say(name, dutyWords[cell.duty].can);
}

const keyAction = { consume: "kms:Decrypt", produce: "kms:GenerateDataKey" } as const;

const keySentences: Readonly<Record<KeyAccess, (action: string) => string>> = {
  "not-needed": () =>
    "No permission on a key is needed: the records are not encrypted with a customer managed key.",
  allowed: (action) => `This needs ${action} on the customer managed key, and that is allowed.`,
  conditional: (action) =>
    `This needs ${action} on the customer managed key, and that is allowed under a condition.`,
  denied: (action) => `This needs ${action} on the key of the stream, and nothing allows it.`,
  unknown: (action) =>
    `This needs ${action} on the key of the stream. Not all that decides about that key could be read.`,
};

/** What the key says of records; undefined for duties that need none of it. */
export function keySentence({ duty, key }: Pick<DutyCell, "duty" | "key">): string | undefined {
  return duty === "consume" || duty === "produce" ? keySentences[key](keyAction[duty]) : undefined;
}

/** Whether a condition is a key of AWS's, and not one that is told in words of ours. */
export function isConditionKey(condition: string): boolean {
  return /^[\w-]+:[^\s]+$/.test(condition);
}
