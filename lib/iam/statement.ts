import type { PrincipalEntry } from "@/lib/iam/principal";

/** Characters of the document's text, the end excluded. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** One key of a Condition block; unquoted numbers and booleans are kept as their text. */
export interface Condition {
  /** As written, e.g. `StringEquals`, `ForAnyValue:StringLike`, `BoolIfExists`. */
  readonly operator: string;
  /** As written; condition keys have no case. */
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * A statement as written, lists always as lists. An element that is not there is absent; one that is
 * there and empty matches nothing.
 */
export interface Statement {
  /** Zero-based, in the document. */
  readonly index: number;
  readonly span: Span;
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  readonly principals?: readonly PrincipalEntry[];
  readonly notPrincipals?: readonly PrincipalEntry[];
  /** All of them have to hold. */
  readonly conditions: readonly Condition[];
}
