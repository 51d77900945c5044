import { parseTree, printParseErrorCode } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";

/** What is wrong with a document, and at which character. */
export interface DocumentProblem {
  readonly offset: number;
  readonly message: string;
}

export type JsonTree =
  | { readonly ok: true; readonly root: Node }
  | { readonly ok: false; readonly problem: DocumentProblem };

/** The members of a JSON object, in order. */
export interface Member {
  readonly key: string;
  readonly keyNode: Node;
  readonly value: Node;
}

/** A policy needs seven levels; a text that nests far deeper is not one and could exhaust the stack. */
const deepestNesting = 64;

/**
 * JSON as a tree that knows its places in the text. A byte order mark is skipped. Two members of one
 * object with the same name are an error: the policy grammar forbids them, and a parser that keeps one
 * of them would read another policy than AWS does.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parseJsonTree(text: string): JsonTree {
  const unread = findUnread(text);
  if (unread) return { ok: false, problem: unread };

  const errors: ParseError[] = [];
  // A blank instead of the byte order mark keeps every place what it is.
  const root = parseTree(text.replace(/^\uFEFF/, " "), errors, {
    disallowComments: true,
    allowTrailingComma: false,
    allowEmptyContent: true,
  });
  const [error] = errors;
  if (error) return { ok: false, problem: { offset: error.offset, message: words(error) } };
  if (!root) return { ok: false, problem: { offset: 0, message: "the text is empty" } };

  const problem = findDuplicate(root);
  return problem ? { ok: false, problem } : { ok: true, root };
}

/** The members of an object; none of anything else. */
export function membersOf(object: Node): Member[] {
  const members: Member[] = [];
  for (const property of childrenOf(object)) {
    const [keyNode, value] = childrenOf(property);
    if (property.type === "property" && keyNode && value)
      members.push({ key: textOf(keyNode), keyNode, value });
  }
  return members;
}

/** The items of an array; the node itself of anything else. */
export function listOf(node: Node): readonly Node[] {
  return node.type === "array" ? childrenOf(node) : [node];
}

function childrenOf({ children = [] }: Node): readonly Node[] {
  return children;
}

/** The scalar that a node stands for, as text: `false` for an unquoted false. */
export function textOf({ value }: Node): string {
  return String(value);
}

function findDuplicate(node: Node): DocumentProblem | undefined {
  const seen = new Set<string>();
  for (const { key, keyNode } of membersOf(node)) {
    if (seen.has(key))
      return { offset: keyNode.offset, message: `the name ${quote(key)} stands there twice` };
    seen.add(key);
  }
  for (const child of childrenOf(node)) {
    const problem = findDuplicate(child);
    if (problem) return problem;
  }
  return undefined;
}

/** What must not reach the parser: it calls itself at every level, also behind what it reports. */
function findUnread(text: string): DocumentProblem | undefined {
  let depth = 0;
  let isInText = false;
  for (let offset = 0; offset < text.length; offset++) {
    const symbol = text.charAt(offset);
    // For the parser a line's end closes a text that nothing else has closed.
    if (symbol === '"' || (isInText && /[\n\r]/.test(symbol))) isInText = !isInText;
    else if (isInText) offset += Number(symbol === "\\");
    else if (symbol === "/") return { offset, message: "invalid comment token" };
    else if (symbol === "[" || symbol === "{") depth++;
    else if (symbol === "]" || symbol === "}") depth--;
    if (depth > deepestNesting) return { offset, message: "the text nests too deep" };
  }
  return undefined;
}

/** `CommaExpected` as "comma expected". */
function words({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replaceAll(/(?<=[a-z])[A-Z]/g, " $&")
    .toLowerCase();
}

const longestQuote = 60;

/** Text from a document, made safe to stand in a sentence. */
export function quote(text: string): string {
  return JSON.stringify(text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text);
}
