import {
  documentCloudFormation,
  documentCommand,
  documentTerraform,
  findDocument,
  replaceDocument,
} from "@/lib/remediation/documents";
import { editStatements, everyStatement, type RawStatement } from "@/lib/remediation/edit-statements";
import { roomFor, sizeOf } from "@/lib/remediation/policy-sizes";
import type { Announcement, Fix, FixInput } from "@/lib/remediation/fix";

interface PolicyEdit {
  readonly words: string;
  readonly announces?: readonly Announcement[];
  /** Of the whole document, where not of the statements that the finding points at alone. */
  readonly isOfAll?: boolean;
  readonly edit: (statement: RawStatement) => readonly RawStatement[] | undefined;
}

/** A fix that changes the statements that a finding points at; undefined where nobody but AWS can change the document. */
export function policyFix({ finding, snapshot }: FixInput, change: PolicyEdit): Fix | undefined {
  const { document } = finding.cause;
  const own = document && findDocument(snapshot, document.policyId);
  if (!document || !own) return undefined;
  const indexes = change.isOfAll ? everyStatement(own.text) : document.statements;
  const after = editStatements(own.text, indexes, change.edit);
  // A policy without a statement is none.
  if (after === undefined || after === null) return undefined;
  const compact = JSON.stringify(JSON.parse(after));
  // What a fix of this kind leaves as it was is not put right by it: `*` is no action to be spelt out.
  if (compact === JSON.stringify(JSON.parse(own.text))) return undefined;
  if (sizeOf(after) > roomFor(own, snapshot)) return undefined;
  return {
    words: change.words,
    commands: [documentCommand(own, compact)],
    terraform: documentTerraform(own, after),
    cloudFormation: documentCloudFormation(own, after),
    documents: [{ policyId: own.policyId, before: own.text, after }],
    announces: [...(change.announces ?? []), ...renumbered(own.text, after)],
    apply: (given) => replaceDocument(given, own.policyId, compact),
  };
}

/** A finding about a statement knows it by its number. */
function renumbered(before: string, after: string): Announcement[] {
  if (everyStatement(after).length >= everyStatement(before).length) return [];
  return ["KDS-LP-03", "KDS-LP-04", "KDS-LP-05", "KDS-LP-06", "KDS-REST-06"].map((checkId) => ({
    checkId,
    words: "The statements that are left are counted anew: what is so of them is said again.",
  }));
}
