import { dutyWords } from "@/components/duties/duty-words";
import { principalKinds, type PrincipalKind } from "@/components/duties/principal-face";
import type { WhoRow } from "@/components/duties/who-rows";
import type { FilterGroup } from "@/components/ui/filter-chips";
import { duties, type Duty } from "@/lib/model/duty";
import { stateOf } from "@/lib/model/duty-state";

/** What narrows the rows of a matrix; it stands in the address. */
export interface WhoFilter {
  readonly q?: string | undefined;
  readonly kind?: PrincipalKind | undefined;
  /** Rows with a cell in that state. */
  readonly only?: "conditional" | "blocked" | "unknown" | undefined;
  /** Rows with a cell of that duty, in whatever state. */
  readonly holds?: Duty | undefined;
}

export const whoFilterGroups: readonly FilterGroup[] = [
  {
    parameter: "kind",
    name: "Show",
    options: [
      { value: "user", words: "Users" },
      { value: "role", words: "Roles" },
      { value: "external", words: "External" },
    ],
  },
  {
    parameter: "only",
    name: "With a cell that is",
    options: [
      { value: "conditional", words: "Conditional" },
      { value: "blocked", words: "Blocked by key" },
      { value: "unknown", words: "Unknown" },
    ],
  },
];

/** Of a filter that only a number elsewhere leads to. */
export function holdsGroup(holds: Duty | undefined): FilterGroup[] {
  if (holds === undefined) return [];
  return [{ parameter: "holds", name: "Duty", options: [{ value: holds, words: dutyWords[holds].name }] }];
}

/** What of a query is a filter; the rest counts as none. */
export function parseWhoFilter(text: (parameter: string) => string | undefined): WhoFilter {
  const oneOf = <T extends string>(all: readonly T[], value: string | undefined) =>
    all.find((known) => known === value);
  return {
    q: text("q"),
    kind: oneOf(principalKinds, text("kind")),
    only: oneOf(["conditional", "blocked", "unknown"] as const, text("only")),
    holds: oneOf(duties, text("holds")),
  };
}

export function filterRows(rows: readonly WhoRow[], { q, kind, only, holds }: WhoFilter): WhoRow[] {
  const wanted = q?.toLowerCase();
  return rows.filter(
    (row) =>
      (wanted === undefined || `${row.name}\n${row.arn}`.toLowerCase().includes(wanted)) &&
      (kind === undefined || row.kind === kind) &&
      (holds === undefined || row.cells.has(holds)) &&
      (only === undefined ||
        [...row.cells.values()].some(
          (cell) => stateOf(cell) === only || (only === "unknown" && cell.key === "unknown"),
        )),
  );
}
