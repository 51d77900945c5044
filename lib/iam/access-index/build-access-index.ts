import type { AccessIndex, Holder } from "@/lib/iam/access-index/access-index";
import type { AccessInput } from "@/lib/iam/access-index/access-input";
import { checksumOf } from "@/lib/iam/access-index/checksum";
import { explainAccess } from "@/lib/iam/access-index/explain-access";
import { grantingStatements } from "@/lib/iam/access-index/granting-statements";
import type { GrantsOf } from "@/lib/iam/access-index/granting-statements";
import { itemAt, known } from "@/lib/iam/access-index/item-at";
import { principalRows } from "@/lib/iam/access-index/principal-rows";
import { policyReader } from "@/lib/iam/access-index/read-policy";
import { hasPlace } from "@/lib/iam/access-index/resource-set";
import type { Rows } from "@/lib/iam/access-index/rows";
import { buildTables, statementWorld } from "@/lib/iam/access-index/tables";

/**
 * Computes for every principal and action the resources that it can reach, as sets and not one request
 * at a time: a statement is compiled once to actions and resources, and united, intersected and
 * subtracted as the evaluator for one request would. Both use the same tests, and agree on every triple.
 */
export function buildAccessIndex(input: AccessInput): AccessIndex {
  const tables = buildTables(input);
  // What the index was made of is let go; only what is explained is read again.
  const read = policyReader();
  const rowsOf = principalRows(input, tables, policyReader());
  const rows = new Map(tables.principals.map((principal) => [principal.given.arn, rowsOf(principal)]));
  const principals = new Map(tables.principals.map((principal) => [principal.given.arn, principal]));
  const actionNumbers = new Map(input.actions.map(({ name }, index) => [name.toLowerCase(), index]));

  const placeOf = (arn: string) => known(tables.order.placeOf.get(arn), arn);
  const numberOf = (action: string) => known(actionNumbers.get(action.toLowerCase()), action);
  const pairIn = ({ classes, pairs }: Rows, number: number) => itemAt(pairs, itemAt(classes, number));
  let grantsOf: GrantsOf | undefined;
  const access = (principalArn: string, action: string) =>
    pairIn(known(rows.get(principalArn), principalArn), numberOf(action));
  function* holders(action: string, resourceArn: string): Generator<Holder> {
    const [place, number] = [placeOf(resourceArn), numberOf(action)];
    for (const [principalArn, each] of rows) {
      const { must, may } = pairIn(each, number);
      if (hasPlace(may, place)) yield { principalArn, isSure: hasPlace(must, place) };
    }
  }
  return {
    resources: tables.resources,
    principalArns: [...rows.keys()],
    actions: input.actions.map(({ name }) => name),
    access,
    holders,
    grants: (principalArn, action) => {
      grantsOf ??= grantingStatements(statementWorld(tables), read);
      const principal = known(principals.get(principalArn), principalArn);
      return grantsOf(principal, numberOf(action), access(principalArn, action));
    },
    explain: (principalArn, action, resourceArn, told) =>
      explainAccess(read, {
        ...(told && { told }),
        principal: known(principals.get(principalArn), principalArn),
        action: known(tables.actions[numberOf(action)], action),
        resource: known(tables.scoped[placeOf(resourceArn)], resourceArn),
      }),
    checksum: () => checksumOf([...rows.values()]),
  };
}
