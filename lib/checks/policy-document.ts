import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import type { PolicyKind } from "@/lib/iam/decision/compile-policy";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import type { Statement } from "@/lib/iam/statement";
import type { Gap } from "@/lib/model/observed";

/** Where a policy document came from. */
export interface DocumentOrigin {
  /** The policy in words, in the middle of a sentence. */
  readonly name: string;
  /** The IAM action that read it. */
  readonly action: string;
  readonly resource: string;
  readonly region?: string;
}

export type PolicyStatements =
  | { readonly ok: true; readonly statements: readonly Statement[] }
  | { readonly ok: false; readonly gap: Gap };

/** The statements of a document; one that is not understood is a gap, never an empty policy. */
export function readStatements(text: string, origin: DocumentOrigin): PolicyStatements {
  const parsed = parsePolicyDocument(text);
  if (parsed.ok) return parsed;
  return { ok: false, gap: malformed(origin, `cannot be read: ${parsed.problem}`) };
}

/** Why access is worked out without a document: it is not understood, or says what its kind of policy cannot. */
export function unevaluated(text: string, kind: PolicyKind, origin: DocumentOrigin): Gap | undefined {
  const compiled = compilePolicy(text, kind);
  return compiled.ok ? undefined : malformed(origin, `cannot be read: ${compiled.problem}`);
}

/** A document that says something that cannot be judged. */
export function malformed({ name, ...place }: DocumentOrigin, problem: string): Gap {
  return { ...place, reason: "malformed", message: `${capitalised(name)} ${problem}.` };
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Conditions in a sentence: `StringEquals aws:SourceVpc, Bool aws:SecureTransport`. */
export function describeConditions({ conditions }: Pick<Statement, "conditions">): string {
  return conditions.map(({ operator, key }) => `${operator} ${key}`).join(", ");
}
