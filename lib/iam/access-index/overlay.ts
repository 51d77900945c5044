import type { IndexedPrincipal } from "@/lib/iam/access-index/indexed-principal";
import { buildLayer } from "@/lib/iam/access-index/layer";
import type { Applied, Layer, LayerWorld } from "@/lib/iam/access-index/layer";
import { applyOverlay, markOf, nameInAccount } from "@/lib/iam/access-index/overlay-statement";
import type { Audience, OverlayStatement } from "@/lib/iam/access-index/overlay-statement";

/** What stands with resources and names principals, for each principal. */
export interface Overlay {
  readonly overlayFor: (principal: IndexedPrincipal) => PrincipalOverlay;
}

export interface PrincipalOverlay {
  /** What is said of everybody in the account alike, if anything. */
  readonly shared: Layer | undefined;
  /** What is said of the principal besides. */
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
  const byName = new Map<string, OverlayStatement[]>();
  for (const { statement, audience } of statements)
    for (const name of audience.kind === "named" ? new Set(audience.names) : [])
      byName.set(name, [...(byName.get(name) ?? []), statement]);
  const alike = statements.filter(({ audience }) => audience.kind === "alike");
  const each = statements.flatMap(({ statement, audience }) =>
    audience.kind === "each" ? [rememberByMark(world, statement)] : [],
  );
  const shared = new Map<string, Layer | undefined>();

  const layerOfAll = (principal: IndexedPrincipal, mark: string) => {
    if (!shared.has(mark)) {
      const applied = alike.flatMap(({ statement }) => applyOverlay(world.algebra, statement, principal));
      shared.set(mark, applied.length > 0 ? buildLayer(world, applied) : undefined);
    }
    return shared.get(mark);
  };
  return {
    overlayFor: (principal) => {
      const mark = markOf([], principal);
      const base = layerOfAll(principal, mark);
      const named = namesOf(principal).flatMap((name) => byName.get(name) ?? []);
      const own = [
        ...named.flatMap((statement) => applyOverlay(world.algebra, statement, principal)),
        ...each.flatMap((apply) => apply(principal)),
      ];
      return { shared: base, own, id: own.length > 0 ? principal.given.arn : mark };
    },
  };
}

function namesOf({ caller, given }: IndexedPrincipal): string[] {
  const names = "name" in caller ? [nameInAccount(given.accountId, caller.name)] : [];
  return [given.arn, ...names];
}

/** A statement that names nobody is asked once for all principals that its conditions do not tell apart. */
function rememberByMark(
  { algebra }: LayerWorld,
  statement: OverlayStatement,
): (principal: IndexedPrincipal) => readonly Applied[] {
  if (statement.compiled?.excludesPrincipals)
    return (principal) => applyOverlay(algebra, statement, principal);
  const known = new Map<string, readonly Applied[]>();
  return (principal) => {
    const mark = markOf(statement.keys, principal);
    const applied = known.get(mark) ?? applyOverlay(algebra, statement, principal);
    known.set(mark, applied);
    return applied;
  };
}
