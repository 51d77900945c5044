import { written } from "@/lib/iam/conditions/pattern-text";
import type { PatternText } from "@/lib/iam/conditions/pattern-text";

/** A pattern as one text, with the places of the characters that act as wildcards. */
export interface FlatPattern {
  readonly text: string;
  /** In ascending order. */
  readonly wildcards: readonly number[];
}

export function flatten(pattern: PatternText): FlatPattern {
  const wildcards: number[] = [];
  let text = "";
  for (const fragment of pattern) {
    if (!fragment.literal)
      for (const { index } of fragment.text.matchAll(/[*?]/g)) wildcards.push(text.length + index);
    text += fragment.text;
  }
  return { text, wildcards };
}

/** What stands before the first wildcard. */
export function literalStart({ text, wildcards }: FlatPattern): string {
  return text.slice(0, wildcards[0] ?? text.length);
}

/** Whether the pattern is its start and then anything. */
export function isStartAndAnything({ text, wildcards }: FlatPattern): boolean {
  return wildcards.length === 1 && text.endsWith("*") && wildcards[0] === text.length - 1;
}

/** The longest stretch without a wildcard, behind the first one. */
export function longestLiteral({ text, wildcards }: FlatPattern): string {
  let longest = "";
  for (const [index, wildcard] of wildcards.entries()) {
    const end = wildcards[index + 1] ?? text.length;
    if (end - wildcard - 1 > longest.length) longest = text.slice(wildcard + 1, end);
  }
  return longest;
}

const colonsBeforeResource = 5;

export interface SplitPattern {
  /** The five parts before the resource, with their colons. */
  readonly head: PatternText;
  /** What the resource begins with, up to its first wildcard. */
  readonly start: string;
  /** The resource's longest stretch without a wildcard, behind the first one. */
  readonly literal: string;
}

/** Undefined for a pattern that has not the five colons of an ARN. */
export function splitAtResource(flat: FlatPattern): SplitPattern | undefined {
  const parts = flat.text.split(":");
  if (parts.length <= colonsBeforeResource) return undefined;
  const resource = parts.slice(colonsBeforeResource).join(":");
  const headLength = flat.text.length - resource.length;
  const head = flat.text.slice(0, headLength);
  const inHead = flat.wildcards.filter((place) => place < headLength);
  if (inHead.length !== [...head.matchAll(/[*?]/g)].length) return undefined;
  const rest = flat.wildcards.slice(inHead.length).map((place) => place - headLength);
  const part = { text: resource, wildcards: rest };
  return { head: written(head), start: literalStart(part), literal: longestLiteral(part) };
}
