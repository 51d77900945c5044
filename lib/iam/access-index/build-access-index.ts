import type { AccessIndex, Holder } from "@/lib/iam/access-index/access-index";
import type { AccessInput } from "@/lib/iam/access-index/access-input";
import { buildArenas } from "@/lib/iam/access-index/arenas";
import { checksumOf } from "@/lib/iam/access-index/checksum";
import { indexDocuments } from "@/lib/iam/access-index/document-sets";
import { explainAccess } from "@/lib/iam/access-index/explain-access";
import type { IndexedPrincipal } from "@/lib/iam/access-index/indexed-principal";
import { limitsBuilder } from "@/lib/iam/access-index/limits";
import { buildOverlay } from "@/lib/iam/access-index/overlay";
import { overlaySources } from "@/lib/iam/access-index/overlay-sources";
import { hasPlace } from "@/lib/iam/access-index/resource-set";
import { rowBuilder } from "@/lib/iam/access-index/rows";
import type { Rows } from "@/lib/iam/access-index/rows";
import { nothing } from "@/lib/iam/access-index/set-pair";
import { buildTables, statementWorld } from "@/lib/iam/access-index/tables";
import type { Tables } from "@/lib/iam/access-index/tables";
import { no } from "@/lib/iam/conditions/tri";
import type { PolicyKind } from "@/lib/iam/decision/compile-policy";
import { areScpsInForce } from "@/lib/iam/decision/organization-limits";

/**
 * Computes for every principal and action the resources that it can reach, as sets and not one request
 * at a time: a statement is compiled once to actions and resources, and united, intersected and
 * subtracted as the evaluator for one request would. Both use the same tests, and agree on every triple.
 */
export function buildAccessIndex(input: AccessInput): AccessIndex {
  const tables = buildTables(input);
  const rowsOf = principalRows(input, tables);
  const rows = new Map(tables.principals.map((principal) => [principal.given.arn, rowsOf(principal)]));
  const actionNumbers = new Map(input.actions.map(({ name }, index) => [name.toLowerCase(), index]));

  const principals = new Map(tables.principals.map((principal) => [principal.given.arn, principal]));
  const placeOf = (arn: string) => known(tables.order.placeOf.get(arn), arn);
  const numberOf = (action: string) => known(actionNumbers.get(action.toLowerCase()), action);
  const pairIn = ({ classes, pairs }: Rows, number: number) => pairs[classes[number] ?? 0] ?? nothing;
  function* holders(action: string, resourceArn: string): Generator<Holder> {
    const [place, number] = [placeOf(resourceArn), numberOf(action)];
    for (const [principalArn, principalRows] of rows) {
      const { must, may } = pairIn(principalRows, number);
      if (hasPlace(may, place)) yield { principalArn, isSure: hasPlace(must, place) };
    }
  }
  return {
    resources: tables.resources,
    principalArns: [...rows.keys()],
    actions: input.actions.map(({ name }) => name),
    access: (principalArn, action) => pairIn(known(rows.get(principalArn), principalArn), numberOf(action)),
    holders,
    explain: (principalArn, action, resourceArn) =>
      explainAccess(tables.read, {
        principal: known(principals.get(principalArn), principalArn),
        action: known(tables.actions[numberOf(action)], action),
        resource: known(tables.scoped[placeOf(resourceArn)], resourceArn),
      }),
    checksum: () => checksumOf([...rows.values()]),
  };
}

function known<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new RangeError(`${name} is not in the index`);
  return value;
}

/** Principals with the same policies, limits and grants have the same rows, and those are computed once. */
function principalRows(input: AccessInput, tables: Tables): (principal: IndexedPrincipal) => Rows {
  const { actions, read } = tables;
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
