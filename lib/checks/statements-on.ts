import type { StatementGrants } from "@/lib/checks/statement-grants";
import type { DutyGrant, StreamAccess } from "@/lib/model/stream-access";

type StatementPlace = Pick<DutyGrant, "policyId"> & { readonly index?: number };

/** Finds those of some statements with a grant on a stream, in their order, without asking each of them. */
export function statementsOn(
  statements: readonly StatementGrants[],
  access: StreamAccess,
): (streamArn: string) => StatementGrants[] {
  const numbers = new Map(statements.map((each, number) => [idOf(each), number]));
  return (streamArn) => {
    const found = new Set(access.grantsOn(streamArn).flatMap((grant) => numbers.get(idOf(grant)) ?? []));
    return [...found].toSorted((one, other) => one - other).flatMap((number) => statements[number] ?? []);
  };
}

function idOf({ policyId, index }: StatementPlace): string {
  return `${policyId} ${index}`;
}
