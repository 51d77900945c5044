import type { z } from "zod";
import type { ForeignFinding, ForeignTool } from "@/lib/model/reconciliation";
import { cutText } from "@/lib/reports/cut-text";

/** What one row of a file turned out to be. */
export type RowContent =
  | { readonly kind: "finding"; readonly theirs: ForeignFinding }
  /** Readable, and not about a data stream as it is now. */
  | { readonly kind: "aside"; readonly tool: ForeignTool; readonly what: string }
  | { readonly kind: "unreadable"; readonly problem: string };

/** A row and the line on which it begins, from 1. */
export type LocatedRow = RowContent & { readonly line: number };

/** The same, with its number among the rows, from 1. */
export type FileRow = LocatedRow & { readonly row: number };

/** Longer words than any tool writes; a file can hold what it likes. */
const nameLengthMax = 200;
const textLengthMax = 500;
const arnLengthMax = 300;

/** A data stream itself; its consumers and what reads it have ARNs and checks of their own. */
export function isStreamArn(arn: string): boolean {
  return /^arn:[^:]*:kinesis:[^:]*:[^:]*:stream\/[^/]+$/su.test(arn);
}

/** The same with every text within its length. */
export function finding(theirs: ForeignFinding): RowContent {
  return {
    kind: "finding",
    theirs: {
      ...theirs,
      checkId: cutText(theirs.checkId, nameLengthMax),
      word: cutText(theirs.word, nameLengthMax),
      streamArn: cutText(theirs.streamArn, arnLengthMax),
      says: cutText(theirs.says, textLengthMax),
      ...(theirs.at !== undefined && { at: cutText(theirs.at, nameLengthMax) }),
    },
  };
}

export function aside(tool: ForeignTool, what: string): RowContent {
  return { kind: "aside", tool, what };
}

/** What a schema has against a row, by the names of its members and not by what stands in them. */
export function unreadable(error: z.ZodError): RowContent {
  const problems = error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join(".")}: ${message}`,
  );
  return { kind: "unreadable", problem: cutText(`${problems.join("; ")}.`, textLengthMax) };
}
