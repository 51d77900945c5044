import type { PolicySource } from "@/lib/iam/access-index/access-input";
import { indexStatement } from "@/lib/iam/access-index/index-statement";
import type { IndexedStatement, StatementWorld } from "@/lib/iam/access-index/index-statement";
import type { IndexedPrincipal } from "@/lib/iam/access-index/indexed-principal";
import type { Applied, LayerWorld } from "@/lib/iam/access-index/layer";
import { followsFromPrincipal } from "@/lib/iam/access-index/party-facts";
import { statementsOf } from "@/lib/iam/access-index/read-policy";
import type { ReadPolicy } from "@/lib/iam/access-index/read-policy";
import type { CompiledPolicy, PolicyKind } from "@/lib/iam/decision/compile-policy";

/** The statements of some documents, as they apply to a principal. */
export interface NumberedStatements {
  /** The same for all principals to whom they apply alike. */
  readonly id: string;
  readonly apply: () => readonly Applied[];
}

export type StatementsFor = (
  policies: readonly PolicySource[],
  principal: IndexedPrincipal,
) => NumberedStatements;

interface DocumentSet {
  readonly number: number;
  readonly statements: readonly IndexedStatement[];
  /** Those that may apply to one principal otherwise than to the next. */
  readonly telling: readonly IndexedStatement[];
  /** A number for each choice of how those apply. */
  readonly variants: Map<string, number>;
}

interface IndexedDocument {
  readonly number: number;
  readonly statements: readonly IndexedStatement[];
}

/** Indexes each distinct document of a kind once, and finds out which principals a set of them tells apart. */
export function indexDocuments(
  world: LayerWorld & StatementWorld,
  read: ReadPolicy,
  kind: PolicyKind,
): StatementsFor {
  const documents = new Map<CompiledPolicy, IndexedDocument>();
  const documentOf = (source: PolicySource): IndexedDocument => {
    const policy = read(source, kind);
    const found = documents.get(policy);
    if (found) return found;
    const statements = policy.ok
      ? statementsOf(policy).map((each) => indexStatement(world, each))
      : unreadStatements(world);
    const document = { number: documents.size, statements };
    documents.set(policy, document);
    return document;
  };
  const sets = new Map<string, DocumentSet>();
  const numberOf = numberApplied();
  return (policies, principal) => {
    const chosen = [...new Set(policies.map(documentOf))].toSorted((a, b) => a.number - b.number);
    const id = chosen.map(({ number }) => number).join();
    const set = sets.get(id) ?? openSet(sets.size, chosen);
    sets.set(id, set);
    return applySet(set, principal, numberOf);
  };
}

function openSet(number: number, documents: readonly IndexedDocument[]): DocumentSet {
  const statements = documents.flatMap((document) => document.statements);
  const telling = statements.filter(({ keys }) => keys.some(({ name }) => followsFromPrincipal(name)));
  return { number, statements, telling, variants: new Map() };
}

function applySet(
  { number, statements, telling, variants }: DocumentSet,
  { facts }: IndexedPrincipal,
  numberOf: (applied: Applied) => number,
): NumberedStatements {
  const outcome = telling.map((statement) => numberOf(statement.apply(facts))).join();
  const variant = variants.get(outcome) ?? variants.size;
  variants.set(outcome, variant);
  return { id: `${number}.${variant}`, apply: () => statements.map((statement) => statement.apply(facts)) };
}

/** Things in the order of their first appearance. */
function numberApplied(): (applied: Applied) => number {
  const numbers = new Map<Applied, number>();
  return (applied) => {
    const number = numbers.get(applied) ?? numbers.size;
    numbers.set(applied, number);
    return number;
  };
}

/** A policy that could not be read may allow everything, and deny everything. */
function unreadStatements({ algebra, unsettledActions }: LayerWorld): IndexedStatement[] {
  const actions = new Uint8Array(unsettledActions.length).fill(1);
  return (["allow", "deny"] as const).map((channel) => {
    const applied = { channel, actions, typed: algebra.open, unsettled: algebra.open };
    return { keys: [], apply: () => applied };
  });
}
