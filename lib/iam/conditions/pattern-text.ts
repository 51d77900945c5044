/** A stretch of a pattern; in a literal one, wildcards stand for themselves. */
export interface Fragment {
  readonly text: string;
  readonly literal: boolean;
}

/** A pattern, its variables replaced: what a variable stood for never acts as a wildcard. */
export type PatternText = readonly Fragment[];

/** Text as a policy holds it, wildcards and all. */
export function written(text: string): PatternText {
  return [{ text, literal: false }];
}

/** The characters, for operators that know no wildcards. */
export function plainText(pattern: PatternText): string {
  return pattern.map(({ text }) => text).join("");
}
