import type { Node } from "jsonc-parser";
import { listOf, membersOf, parseJsonTree, quote, textOf } from "@/lib/iam/json-tree";
import type { DocumentProblem } from "@/lib/iam/json-tree";
import type { Report } from "@/lib/iam/read-elements";
import { readStatement } from "@/lib/iam/read-statement";
import type { Statement } from "@/lib/iam/statement";

type PolicyVersion = "2012-10-17" | "2008-10-17";

export type ParsedPolicy =
  | {
      readonly ok: true;
      readonly statements: readonly Statement[];
      /** Absent means 2008-10-17: no policy variables. */
      readonly version?: PolicyVersion;
    }
  | {
      readonly ok: false;
      /** What is wrong and where, e.g. `line 4, column 7, Statement[1]: …`. Text of the document may stand in it. */
      readonly problem: string;
    };

/**
 * Reads a policy document of any kind: identity, resource, key, trust or endpoint policy.
 *
 * A document that is not understood to the last element is a problem and never an empty policy: who
 * reads less than AWS does would call access denied that is allowed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicyDocument(text: string): ParsedPolicy {
  const tree = parseJsonTree(text);
  if (!tree.ok) return { ok: false, problem: sentence(text, tree.problem) };

  const problems: DocumentProblem[] = [];
  const document = readDocument(tree.root, (node, message) =>
    problems.push({ offset: node.offset, message }),
  );
  const [problem] = problems;
  return problem ? { ok: false, problem: sentence(text, problem) } : { ok: true, ...document };
}

function readDocument(root: Node, report: Report): { statements: Statement[]; version?: PolicyVersion } {
  if (root.type !== "object") {
    report(root, "a policy is an object");
    return { statements: [] };
  }
  let statements: Statement[] | undefined;
  let version: PolicyVersion | undefined;
  for (const { key, keyNode, value } of membersOf(root)) {
    if (key === "Statement") statements = readStatements(value, report);
    else if (key === "Version") version = readVersion(value, report);
    else if (key !== "Id") report(keyNode, `unknown element ${quote(key)}`);
    else if (value.type !== "string") report(value, "Id is not text");
  }
  if (!statements) report(root, "there is no Statement");
  return { statements: statements ?? [], ...(version && { version }) };
}

function readVersion(node: Node, report: Report): PolicyVersion | undefined {
  const version = textOf(node);
  if (version === "2012-10-17" || version === "2008-10-17") return version;
  report(node, `unknown Version ${quote(version)}`);
  return undefined;
}

function readStatements(node: Node, report: Report): Statement[] {
  const nodes = listOf(node);
  return nodes.flatMap((each, index) => {
    const tell: Report = (at, message) => report(at, `Statement[${index}]: ${message}`);
    return readStatement(each, index, tell) ?? [];
  });
}

function sentence(text: string, { offset, message }: DocumentProblem): string {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  return `line ${line}, column ${column}: ${message}`;
}
