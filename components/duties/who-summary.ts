import { requiredEndpoints, type ConditionedStatement } from "@/components/duties/condition-words";
import type { Who, WhoRow } from "@/components/duties/who-rows";
import { countOf } from "@/lib/format/count-of";
import type { Duty, GrantPointer } from "@/lib/model/duty";
import { isHeld, isKeyUnread, stateOf } from "@/lib/model/duty-state";

/** The statement behind a pointer; undefined for one that could not be read. */
export type StatementOf = (pointer: GrantPointer) => ConditionedStatement | undefined;

/**
 * What is so, in a sentence or two: `3 roles can read this stream, 1 of them only through vpce-0a1b; 1 user can write
 * to it.` Administrators of the account and of all streams are left aside, and said to be.
 */
export function whoSummary(who: Who, statementOf: StatementOf): string {
  const readers = dutyPart(who, "consume", "read this stream", statementOf);
  const writers = dutyPart(who, "produce", "write to it", statementOf);
  const aside = who.accountAdministrators.length + who.streamAdministrators.length > 0;
  return `${aside ? "Administrators aside, " : ""}${aside ? lowerFirst(readers) : readers}; ${lowerFirst(writers)}.`;
}

function lowerFirst(text: string): string {
  return text.startsWith("Nobody") ? `n${text.slice(1)}` : text;
}

function dutyPart({ ordinary }: Who, duty: Duty, doing: string, statementOf: StatementOf): string {
  const held = ordinary.filter(({ cells }) => {
    const cell = cells.get(duty);
    return cell !== undefined && isHeld(cell) && !isKeyUnread(cell);
  });
  const open = ordinary.filter(({ cells }) => {
    const cell = cells.get(duty);
    return cell !== undefined && (stateOf(cell) === "unknown" || (isHeld(cell) && isKeyUnread(cell)));
  });
  const blocked = ordinary.filter(({ cells }) => cells.get(duty)?.key === "denied");
  const head =
    held.length === 0
      ? `Nobody ${open.length > 0 ? "is known to be able to" : "can"} ${doing}`
      : `${kindCounts(held)} can ${doing}${limits(held, duty, statementOf)}`;
  return [
    head,
    open.length > 0 && `${countOf(open.length, held.length === 0 ? "principal" : "other")} may`,
    blocked.length > 0 && `the key stops ${countOf(blocked.length, "other")}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** `, 1 of them only through vpce-0a1b`. */
function limits(held: readonly WhoRow[], duty: Duty, statementOf: StatementOf): string {
  const conditional = held.filter(({ cells }) => {
    const cell = cells.get(duty);
    return cell !== undefined && stateOf(cell) === "conditional";
  });
  const byEndpoint = new Map<string, number>();
  let otherwise = 0;
  for (const row of conditional) {
    const endpoints = endpointsOf(row, duty, statementOf);
    if (endpoints === undefined) otherwise += 1;
    else byEndpoint.set(endpoints, (byEndpoint.get(endpoints) ?? 0) + 1);
  }
  const whom = (count: number) => (held.length === 1 ? "" : `${count} of them `);
  return [
    ...Array.from(byEndpoint, ([endpoints, count]) => `, ${whom(count)}only through ${endpoints}`),
    ...(otherwise > 0 ? [`, ${whom(otherwise)}only under a condition`] : []),
  ].join("");
}

/** The endpoints that every statement behind a cell asks for. */
function endpointsOf({ cells }: WhoRow, duty: Duty, statementOf: StatementOf): string | undefined {
  const asked = (cells.get(duty)?.via ?? []).map((pointer) => {
    const statement = statementOf(pointer);
    return statement ? requiredEndpoints(statement) : [];
  });
  if (asked.length === 0 || asked.some((endpoints) => endpoints.length === 0)) return undefined;
  return [...new Set(asked.flat())].join(" or ");
}

const plural = { user: "user", role: "role", external: "external principal" } as const;

function kindCounts(rows: readonly WhoRow[]): string {
  const parts = (["role", "user", "external"] as const).flatMap((kind) => {
    const count = rows.filter((row) => row.kind === kind).length;
    return count === 0 ? [] : [countOf(count, plural[kind])];
  });
  const last = parts.pop() ?? "";
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}
