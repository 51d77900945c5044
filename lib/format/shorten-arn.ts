import { parseArn } from "@/lib/model/arn";

const ellipsis = "…";

/** Cuts text in its middle, so that both ends stay readable. Counts code points: half a character is none. */
export function shortenMiddle(text: string, lengthMax: number): string {
  const characters = Array.from(text);
  if (characters.length <= lengthMax) return text;
  const kept = Math.max(2, lengthMax - 1);
  const head = Math.ceil(kept / 2);
  return `${characters.slice(0, head).join("")}${ellipsis}${characters.slice(-(kept - head)).join("")}`;
}

/**
 * `arn:aws:kinesis:…:stream/payments-ledger`: the service and the resource stay, the Region and account
 * in the middle go. The resource is shortened in its own middle where it is long.
 */
export function shortenArn(text: string, lengthMax = 48): string {
  if (text.length <= lengthMax) return text;
  const arn = parseArn(text);
  if (!arn) return shortenMiddle(text, lengthMax);
  const head = `arn:${arn.partition}:${arn.service}:${ellipsis}:`;
  const room = lengthMax - head.length;
  return room < 12 ? shortenMiddle(text, lengthMax) : head + shortenMiddle(arn.resource, room);
}

/** `role/etl-worker` of an ARN: what it is and its name, for running text. */
export function resourceOfArn(text: string): string {
  return parseArn(text)?.resource ?? text;
}
