import type { PolicySource } from "@/lib/iam/access-index/access-input";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import type { Statement } from "@/lib/iam/statement";

/** A statement by its policy's name and its number; undefined where the document cannot be read. */
export type StatementOf = (policy: string, index: number | undefined) => Statement | undefined;

/** Reads each document when one of its statements is asked for. */
export function statementsByPolicy(sources: readonly PolicySource[]): StatementOf {
  const textByPolicy = new Map(sources.map(({ policy, text }) => [policy, text]));
  const read = new Map<string, readonly Statement[]>();
  const statementsIn = (text: string): readonly Statement[] => {
    const parsed = parsePolicyDocument(text);
    return parsed.ok ? parsed.statements : [];
  };
  return (policy, index) => {
    const text = textByPolicy.get(policy);
    if (text === undefined || index === undefined) return undefined;
    const statements = read.get(text) ?? statementsIn(text);
    read.set(text, statements);
    return statements.find((statement) => statement.index === index);
  };
}
