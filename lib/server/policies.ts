import "server-only";
import { applyEdits, format } from "jsonc-parser";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import type { Report, ReportPolicy } from "@/lib/model/report";

interface StatementView {
  /** Zero-based, as evidence counts. */
  readonly index: number;
  readonly sid?: string | undefined;
  /** Lines of `text`, from 1, both included. */
  readonly startLine: number;
  readonly endLine: number;
}

export interface TextView {
  /** As AWS gave it; laid out over lines when it came as one. */
  readonly text: string;
  readonly statements: readonly StatementView[];
  /** Why the statements could not be told apart. */
  readonly problem?: string | undefined;
}

export interface PolicyView extends TextView {
  readonly policy: ReportPolicy;
}

/** A policy document of a report with the lines of its statements; undefined when the report has none of that id. */
export function loadPolicyView(report: Report, policyId: string): PolicyView | undefined {
  const policy = report.policies.find(({ id }) => id === policyId);
  return policy && viewPolicy(policy);
}

function viewPolicy(policy: ReportPolicy): PolicyView {
  const view = viewText(policy.text);
  return { policy, ...view, problem: view.problem ?? policy.problem };
}

/** The text of a document with the lines of its statements. */
export function viewText(given: string): TextView {
  const asGiven = parsePolicyDocument(given);
  if (!asGiven.ok) return { text: given, statements: [], problem: asGiven.problem };

  const text = layOut(given);
  const parsed = parsePolicyDocument(text);
  if (!parsed.ok) return { text, statements: [], problem: parsed.problem };
  const lineOf = lineReader(text);
  const statements = parsed.statements.map(({ index, sid, span }) => ({
    index,
    sid,
    startLine: lineOf(span.start),
    endLine: lineOf(span.end - 1),
  }));
  return { text, statements };
}

/** Blanks between the tokens are all that changes: escapes, order and numbers stay as AWS has them. */
function layOut(text: string): string {
  if (text.trim().includes("\n")) return text;
  return applyEdits(text, format(text, undefined, { insertSpaces: true, tabSize: 2, eol: "\n" })).trim();
}

function lineReader(text: string): (offset: number) => number {
  const ends = Array.from(text.matchAll(/\n/g), ({ index }) => index);
  return (offset) => 1 + ends.filter((end) => end < offset).length;
}
