import type { AccessInput } from "@/lib/iam/access-index/access-input";
import { buildArenas } from "@/lib/iam/access-index/arenas";
import { indexDocuments } from "@/lib/iam/access-index/document-sets";
import type { IndexedPrincipal } from "@/lib/iam/access-index/indexed-principal";
import { limitsBuilder } from "@/lib/iam/access-index/limits";
import { buildOverlay } from "@/lib/iam/access-index/overlay";
import { overlaySources } from "@/lib/iam/access-index/overlay-sources";
import type { ReadPolicy } from "@/lib/iam/access-index/read-policy";
import { rowBuilder } from "@/lib/iam/access-index/rows";
import type { Rows } from "@/lib/iam/access-index/rows";
import { statementWorld } from "@/lib/iam/access-index/tables";
import type { Tables } from "@/lib/iam/access-index/tables";
import { no } from "@/lib/iam/conditions/tri";
import type { PolicyKind } from "@/lib/iam/decision/compile-policy";
import { areScpsInForce } from "@/lib/iam/decision/organization-limits";

/** Principals with the same policies, limits and grants have the same rows, and those are computed once. */
export function principalRows(
  input: AccessInput,
  tables: Tables,
  read: ReadPolicy,
): (principal: IndexedPrincipal) => Rows {
  const { actions } = tables;
  const world = statementWorld(tables);
  const indexed = (kind: PolicyKind) => indexDocuments(world, read, kind);
  const [identityOf, boundaryOf, scpOf] = [indexed("identity"), indexed("boundary"), indexed("scp")];
  const limitsOf = limitsBuilder(world);
  const { overlayFor } = buildOverlay(world, overlaySources(read, actions, tables.scoped));
  const arenas = buildArenas(world.algebra, tables.resources, input.actions);
  const rowsOf = rowBuilder(world, arenas);
  const built = new Map<string, Rows>();

  return (principal) => {
    const { policies, boundary: boundarySource, scps: levels, accountId } = principal.given;
    const identity = identityOf(policies, principal);
    const boundary = boundarySource && boundaryOf([boundarySource], principal);
    const scps = isBoundByScps(principal) ? levels.map((level) => scpOf(level, principal)) : [];
    const { id: limitsId, limits } = limitsOf({ boundary, scps });
    const overlay = overlayFor(principal);
    const id = [accountId, identity.id, limitsId, overlay.id].join(" ");
    const rows = built.get(id) ?? rowsOf({ accountId, identity: identity.apply(), limits, overlay });
    built.set(id, rows);
    return rows;
  };
}

function isBoundByScps({ caller, given }: IndexedPrincipal): boolean {
  return areScpsInForce({ caller, managementAccount: given.managementAccountId }) !== no;
}
