import { faceOf, type PrincipalFace } from "@/components/duties/principal-face";
import { duties, type Duty, type DutyCell } from "@/lib/model/duty";
import type { Report, ReportStream } from "@/lib/model/report";
import { isHeld, stateOf } from "@/lib/model/duty-state";

/** One principal, and what it can do to one stream. */
export interface WhoRow extends PrincipalFace {
  readonly cells: ReadonlyMap<Duty, DutyCell>;
}

/** Everybody who can do something to a stream, each in one place. */
export interface Who {
  /** Most powerful first. */
  readonly ordinary: readonly WhoRow[];
  /** Administer, write and read every stream of the Region. */
  readonly streamAdministrators: readonly WhoRow[];
  /** ARNs; they can do everything, and have no cells. */
  readonly accountAdministrators: readonly string[];
  /** Their own documents could not be read, so that they may hold anything. */
  readonly unread: readonly WhoRow[];
}

/** Sorts the cells of a stream into those who hold what by policies of their own, and those who stand apart. */
export function whoOf(
  stream: Pick<ReportStream, "duties" | "accountId" | "region">,
  administrators: Report["administrators"],
): Who {
  const here = administrators.filter(({ accountId }) => accountId === stream.accountId);
  const atLarge = new Set(
    here.flatMap(({ principal, standing, regions }) =>
      standing === "stream-administrator" && regions.includes(stream.region) ? [principal] : [],
    ),
  );
  const rows = rowsOf(stream).toSorted(byPower);
  const own = rows.filter(({ arn }) => !atLarge.has(arn));
  return {
    ordinary: own.filter((row) => !isUnread(row)),
    unread: own.filter(isUnread),
    streamAdministrators: rows.filter(({ arn }) => atLarge.has(arn)),
    accountAdministrators: here.flatMap(({ principal, standing }) =>
      standing === "account-administrator" ? [principal] : [],
    ),
  };
}

function rowsOf({ duties: cells, accountId }: Pick<ReportStream, "duties" | "accountId">): WhoRow[] {
  const byPrincipal = new Map<string, Map<Duty, DutyCell>>();
  for (const cell of cells) {
    const own = byPrincipal.get(cell.principal) ?? new Map<Duty, DutyCell>();
    byPrincipal.set(cell.principal, own.set(cell.duty, cell));
  }
  return Array.from(byPrincipal, ([arn, own]) => ({ ...faceOf(arn, accountId), cells: own }));
}

/** All that is said of it is that a document of its own, which has no statements to point at, may say anything. */
function isUnread({ cells }: WhoRow): boolean {
  return [...cells.values()].every(
    ({ access, via }) => access === "unknown" && via.some(({ index }) => index === undefined),
  );
}

/** Who holds more duties comes first; of as many, who holds the weightier ones, and for sure. */
function byPower(a: WhoRow, b: WhoRow): number {
  const held = (row: WhoRow) => [...row.cells.values()].filter(isHeld).length;
  const strongest = duties.find((duty) => strengthOf(a, duty) !== strengthOf(b, duty));
  return (
    held(b) - held(a) ||
    (strongest ? strengthOf(b, strongest) - strengthOf(a, strongest) : 0) ||
    a.name.localeCompare(b.name, "en") ||
    (a.arn < b.arn ? -1 : 1)
  );
}

const strength = { allowed: 4, conditional: 3, unknown: 2, blocked: 1 } as const;

function strengthOf({ cells }: WhoRow, duty: Duty): number {
  const cell = cells.get(duty);
  return cell ? strength[stateOf(cell)] : 0;
}
