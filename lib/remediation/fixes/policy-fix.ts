import {
  documentCloudFormation,
  documentCommand,
  documentTerraform,
  findDocument,
  replaceDocument,
} from "@/lib/remediation/documents";
import { editStatements, type RawStatement } from "@/lib/remediation/edit-statements";
import type { Announcement, Fix, FixInput } from "@/lib/remediation/fix";

interface PolicyEdit {
  readonly words: string;
  readonly announces?: readonly Announcement[];
  readonly edit: (statement: RawStatement) => readonly RawStatement[] | undefined;
}

/** A fix that changes the statements that a finding points at; undefined where nobody but AWS can change the document. */
export function policyFix({ finding, snapshot }: FixInput, change: PolicyEdit): Fix | undefined {
  const { document } = finding.cause;
  const own = document && findDocument(snapshot, document.policyId);
  if (!document || !own) return undefined;
  const after = editStatements(own.text, document.statements, change.edit);
  // A policy without a statement is none.
  if (after === undefined || after === null) return undefined;
  const compact = JSON.stringify(JSON.parse(after));
  // What a fix of this kind leaves as it was is not put right by it: `*` is no action to be spelt out.
  if (compact === JSON.stringify(JSON.parse(own.text))) return undefined;
  return {
    words: change.words,
    commands: [documentCommand(own, compact)],
    terraform: documentTerraform(own, after),
    cloudFormation: documentCloudFormation(own, after),
    documents: [{ policyId: own.policyId, before: own.text, after }],
    announces: change.announces ?? [],
    apply: (given) => replaceDocument(given, own.policyId, compact),
  };
}
