import { attachedPolicies } from "@/lib/checks/attached-policies";
import { policyName } from "@/lib/checks/policy-name";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import type { Statement } from "@/lib/iam/statement";
import type { IamInventory } from "@/lib/model/iam-inventory";
import { policyId } from "@/lib/model/policy-id";
import type { Stream } from "@/lib/model/stream";

/** A statement, Allow or Deny, whose Resource holds ARNs of Kinesis. */
export interface NamingStatement {
  readonly policyId: string;
  readonly statement: Statement;
  /** The patterns among its resources that are ARNs of Kinesis. */
  readonly patterns: readonly string[];
  readonly principals: readonly string[];
}

const known = new WeakMap<IamInventory, readonly NamingStatement[]>();

/** Those of attached identity policies, read once for all Regions. */
export function identityStatements(inventory: IamInventory): readonly NamingStatement[] {
  const found =
    known.get(inventory) ??
    attachedPolicies(inventory).flatMap(({ id, holders, document }) =>
      "gap" in document
        ? []
        : naming(
            id,
            document.text,
            holders.map(({ arn }) => arn),
          ),
    );
  known.set(inventory, found);
  return found;
}

/** Those of the policies of streams and consumers. */
export function resourceStatements(streams: readonly Stream[]): NamingStatement[] {
  return streams
    .flatMap((stream) => [stream, ...(stream.consumers.known ? stream.consumers.value : [])])
    .flatMap(({ arn, resourcePolicy }) =>
      resourcePolicy.known && resourcePolicy.value !== null
        ? naming(policyId.resource(arn), resourcePolicy.value, [])
        : [],
    );
}

function naming(id: string, text: string, principals: readonly string[]): NamingStatement[] {
  const parsed = parsePolicyDocument(text);
  if (!parsed.ok) return [];
  return parsed.statements.flatMap((statement) => {
    const patterns = (statement.resources ?? []).filter(isOfKinesis);
    return patterns.length === 0 ? [] : [{ policyId: id, statement, patterns, principals }];
  });
}

function isOfKinesis(pattern: string): boolean {
  return /^arn:[^:]*:kinesis(:|$)/.test(pattern);
}

export function namingStatementName({ policyId: id, statement }: NamingStatement): string {
  return `Statement ${statement.sid ?? statement.index + 1} of ${policyName(id)}`;
}
