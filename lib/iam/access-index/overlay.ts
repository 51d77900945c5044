import type { IndexedPrincipal } from "@/lib/iam/access-index/indexed-principal";
import { buildLayer } from "@/lib/iam/access-index/layer";
import type { Applied, Layer, LayerWorld } from "@/lib/iam/access-index/layer";
import { outcomesOf } from "@/lib/iam/access-index/overlay-outcomes";
import { applyOverlay, nameInAccount } from "@/lib/iam/access-index/overlay-statement";
import type { Audience, OverlayStatement } from "@/lib/iam/access-index/overlay-statement";

/** What stands with resources and names principals, for each principal. */
export interface Overlay {
  readonly overlayFor: (principal: IndexedPrincipal) => PrincipalOverlay;
}

export interface PrincipalOverlay {
  /** What is said of many alike, if anything. */
  readonly shared: Layer | undefined;
  /** What is said of the principal by its name. */
  readonly own: readonly Applied[];
  /** Principals with the same id have the same overlay. */
  readonly id: string;
}

export interface AudienceStatement {
  readonly statement: OverlayStatement;
  readonly audience: Audience;
}

/**
 * Resource policies are few and name few: what they say of everybody in an account is united once, what
 * names somebody is found by the name, and only the rest is asked for each principal.
 */
export function buildOverlay(world: LayerWorld, statements: readonly AudienceStatement[]): Overlay {
  const byName = groupByName(statements);
  const of = (kind: Audience["kind"]) =>
    statements.filter(({ audience }) => audience.kind === kind).map(({ statement }) => statement);
  const alike = of("alike");
  const outcomesFor = outcomesOf(world.algebra, of("each"));
  const applyAlike = (principal: IndexedPrincipal) =>
    alike.flatMap((statement) => applyOverlay(world.algebra, statement, principal));
  const appliedAlike = new Map<string, readonly Applied[]>();
  const shared = new Map<string, Layer | undefined>();

  const sharedLayer = (principal: IndexedPrincipal) => {
    const { mark } = principal;
    const outcomes = outcomesFor(principal);
    const id = `${mark} ${outcomes.id}`;
    if (!shared.has(id)) {
      const common = appliedAlike.get(mark) ?? applyAlike(principal);
      appliedAlike.set(mark, common);
      const applied = [...common, ...outcomes.applied];
      shared.set(id, applied.length > 0 ? buildLayer(world, applied) : undefined);
    }
    return { id, layer: shared.get(id) };
  };
  return {
    overlayFor: (principal) => {
      const { id, layer } = sharedLayer(principal);
      const named = namesOf(principal).flatMap((name) => byName.get(name) ?? []);
      const own = named.flatMap((statement) => applyOverlay(world.algebra, statement, principal));
      return { shared: layer, own, id: own.length > 0 ? principal.given.arn : id };
    },
  };
}

function groupByName(statements: readonly AudienceStatement[]): Map<string, OverlayStatement[]> {
  const byName = new Map<string, OverlayStatement[]>();
  for (const { statement, audience } of statements)
    for (const name of audience.kind === "named" ? new Set(audience.names) : []) {
      const found = byName.get(name);
      if (found) found.push(statement);
      else byName.set(name, [statement]);
    }
  return byName;
}

function namesOf({ caller, given }: IndexedPrincipal): string[] {
  if (caller.kind === "unnamed") return [];
  return [given.arn, nameInAccount(given.accountId, caller.name)];
}
