import type { AccessResource } from "@/lib/iam/access-index/access-input";
import { star } from "@/lib/iam/access-index/arenas";
import type { IndexedPrincipal } from "@/lib/iam/access-index/indexed-principal";
import { joinFacts } from "@/lib/iam/access-index/known-facts";
import type { KnownFacts } from "@/lib/iam/access-index/known-facts";
import type { Applied, Channel } from "@/lib/iam/access-index/layer";
import { setOf } from "@/lib/iam/access-index/resource-set";
import { nothing } from "@/lib/iam/access-index/set-pair";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import type { ContextKey } from "@/lib/iam/conditions/context";
import { and, maybe, no, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";
import { applies, appliesAsGrant } from "@/lib/iam/decision/applies";
import type { Subject } from "@/lib/iam/decision/applies";
import type { Caller } from "@/lib/iam/decision/caller";
import type { CompiledStatement } from "@/lib/iam/decision/compile-policy";
import { compilePrincipals } from "@/lib/iam/decision/compile-principals";
import { areRcpsInForce, areScpsInForce } from "@/lib/iam/decision/organization-limits";
import { parsePrincipal } from "@/lib/iam/principal";
import type { Principal } from "@/lib/iam/principal";

/** A place, with what is needed to ask the evaluator about it. */
export interface ScopedResource {
  readonly place: number;
  readonly given: AccessResource;
  readonly facts: KnownFacts;
}

/** A statement that stands with resources and names principals: of a resource policy, or of an RCP. */
export interface OverlayStatement {
  /** Absent for a policy that could not be read: it may say anything of anybody. */
  readonly compiled?: CompiledStatement;
  readonly source: "resource-policy" | "rcp";
  readonly channels: readonly Channel[];
  /** The resources that its policy stands with. */
  readonly scope: readonly ScopedResource[];
  readonly actions: Uint8Array;
  /** A covered action for each way of matching resources. */
  readonly probes: { readonly typed: string | undefined; readonly unsettled: string | undefined };
  readonly keys: readonly ContextKey[];
}

/** Whom a part of a statement is about: some by name, all of an account alike, or each one to be asked for. */
export type Audience =
  | { readonly kind: "named"; readonly names: readonly string[] }
  | { readonly kind: "alike" }
  | { readonly kind: "each" };

/** A part of what a statement names, and the same statement that names nobody else. */
export interface Part {
  readonly audience: Audience;
  readonly compiled: CompiledStatement;
}

/** Splits a statement by whom it names: those of one name are found by it, and the others need not be asked. */
export function partsOf(compiled: CompiledStatement, isTold: boolean): Part[] {
  const { principals = [], notPrincipals } = compiled.written;
  if (notPrincipals) return [{ audience: { kind: "each" }, compiled }];
  const named = principals.map((entry) => ({ entry, names: namesIn(parsePrincipal(entry)) }));
  const byName = named.filter(({ names }) => names.length > 0);
  const others = named.filter(({ names }) => names.length === 0);
  const only = (some: typeof named, audience: Audience): Part[] => {
    if (some.length === 0) return [];
    const tests = compilePrincipals(some.map(({ entry }) => entry));
    return [{ audience, compiled: { ...compiled, principals: tests } }];
  };
  return [
    ...only(byName, { kind: "named", names: byName.flatMap(({ names }) => names) }),
    ...only(others, { kind: isTold ? "each" : "alike" }),
  ];
}

function namesIn(principal: Principal): string[] {
  if (principal.kind === "user" || principal.kind === "role") return [principal.arn];
  return principal.kind === "role-session" ? [nameInAccount(principal.accountId, principal.roleName)] : [];
}

/** How the session of a role is looked up, whose ARN tells no path. */
export function nameInAccount(accountId: string, roleName: string): string {
  return `${accountId}/${roleName}`;
}

/** What a statement does for a principal; nothing at all if it does not apply to any resource. */
export function applyOverlay(
  algebra: SetAlgebra,
  statement: OverlayStatement,
  principal: IndexedPrincipal,
): Applied[] {
  const { channels, probes, actions, compiled } = statement;
  if (compiled && !mayName(compiled, principal.caller)) return [];
  const typed = probes.typed === undefined ? [] : subjectsOf(statement.scope, principal, probes.typed, false);
  const unsettled =
    probes.unsettled === undefined ? [] : subjectsOf(statement.scope, principal, probes.unsettled, true);
  return channels.flatMap((channel) => {
    const valueOf = (subject: Subject) => valueIn(channel, statement, subject);
    const reach = {
      typed: placesWhere(algebra, typed, valueOf),
      unsettled: placesWhere(algebra, unsettled, valueOf),
    };
    return reach.typed === nothing && reach.unsettled === nothing ? [] : [{ channel, actions, ...reach }];
  });
}

/** Whether a statement may be about a caller, going by its name alone. */
export function mayName({ principals = [], excludesPrincipals }: CompiledStatement, caller: Caller): boolean {
  return excludesPrincipals || principals.some(({ test }) => test(caller) !== no);
}

function valueIn(channel: Channel, { compiled, source }: OverlayStatement, subject: Subject): Tri {
  const inForce = source === "rcp" ? subject.request.areRcpsInForce : yes;
  if (inForce === no) return no;
  if (!compiled) return and(inForce, maybe);
  return channel === "deny" || channel === "allow"
    ? and(inForce, applies(compiled, subject))
    : appliesAsGrant(compiled, channel, subject);
}

interface PlacedSubject {
  readonly place: number;
  readonly subject: Subject;
}

function subjectsOf(
  scope: readonly ScopedResource[],
  principal: IndexedPrincipal,
  action: string,
  isResourceUnsettled: boolean,
): PlacedSubject[] {
  return scope.map((resource) => ({
    place: resource.place,
    subject: subjectFor(principal, resource, { action, isResourceUnsettled }),
  }));
}

function placesWhere(
  algebra: SetAlgebra,
  subjects: readonly PlacedSubject[],
  valueOf: (subject: Subject) => Tri,
): SetPair {
  const must: number[] = [];
  const may: number[] = [];
  for (const { place, subject } of subjects) {
    const value = valueOf(subject);
    if (value === yes) must.push(place);
    if (value !== no) may.push(place);
  }
  return may.length === 0 ? nothing : algebra.pair(setOf(must), setOf(may));
}

interface Asked {
  readonly action: string;
  readonly isResourceUnsettled: boolean;
}

/** A request of the evaluator for one, about a principal and a resource that the index knows. */
export function subjectFor(
  { caller, given: principal, facts }: IndexedPrincipal,
  { given: resource, facts: resourceFacts }: ScopedResource,
  asked: Asked,
): Subject {
  const limited = {
    caller,
    action: asked.action,
    resourceAccount: resource.arn === star ? principal.accountId : resource.accountId,
    managementAccount: principal.managementAccountId,
    isAwsManagedKey: resource.isAwsManagedKey ?? false,
  };
  return {
    hasBoundary: principal.boundary !== undefined,
    request: {
      ...asked,
      caller,
      resource: resource.arn,
      resourceAccount: limited.resourceAccount,
      areScpsInForce: areScpsInForce(limited),
      areRcpsInForce: areRcpsInForce(limited),
      context: joinFacts(facts, resourceFacts),
    },
  };
}
