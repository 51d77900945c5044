/** Lines of a statement, from 1, both included. */
interface StatementLines {
  readonly index: number;
  readonly sid?: string | undefined;
  readonly startLine: number;
  readonly endLine: number;
}

/** A policy document as pages show it. */
export interface PolicyDocument {
  readonly text: string;
  readonly statements: readonly StatementLines[];
  readonly problem?: string | undefined;
}

export interface Line {
  readonly number: number;
  readonly text: string;
  readonly marked: boolean;
}

/** A run of lines, or how many were left out before the next run. */
export type Run = { readonly lines: readonly Line[] } | { readonly leftOut: number };

/** All lines, those of the given statements marked. */
export function markLines({ text, statements }: PolicyDocument, marked: readonly number[]): Line[] {
  const spans = statements.filter(({ index }) => marked.includes(index));
  return text.split("\n").map((line, offset) => ({
    number: offset + 1,
    text: line,
    marked: spans.some(({ startLine, endLine }) => offset + 1 >= startLine && offset + 1 <= endLine),
  }));
}

/** The marked lines with some context; all lines where none is marked. */
export function excerpt(lines: readonly Line[], context = 2): Run[] {
  if (!lines.some(({ marked }) => marked)) return [{ lines }];
  const near = new Set<number>();
  for (const { number, marked } of lines) {
    if (!marked) continue;
    for (let line = number - context; line <= number + context; line += 1) near.add(line);
  }
  const runs: Run[] = [];
  let run: Line[] = [];
  let leftOut = 0;
  for (const line of lines) {
    if (near.has(line.number)) {
      if (leftOut > 0) runs.push({ leftOut });
      leftOut = 0;
      run.push(line);
      continue;
    }
    if (run.length > 0) runs.push({ lines: run });
    run = [];
    leftOut += 1;
  }
  if (run.length > 0) runs.push({ lines: run });
  if (leftOut > 0) runs.push({ leftOut });
  return runs;
}
