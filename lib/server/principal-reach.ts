import "server-only";
import type { Duty, DutyCell } from "@/lib/model/duty";
import { isHeld, stateOf } from "@/lib/model/duty-state";
import type { DutyReach, PrincipalReach } from "@/lib/model/principal-reach";
import type { Report } from "@/lib/model/report";
import { heldByPrincipal, type HeldOn } from "@/lib/server/held-duties";
import { rememberBy } from "@/lib/server/report-index";

const nothing: DutyReach = { held: 0, unknown: 0, blocked: 0 };

/** What everybody who holds or may hold something can do; administrators included. */
export const reachByPrincipal = rememberBy((report: Report): ReadonlyMap<string, PrincipalReach> => {
  const standing = new Map(report.administrators.map((each) => [each.principal, each.standing]));
  const arns = new Set([...standing.keys(), ...heldByPrincipal(report).keys()]);
  return new Map(
    Array.from(arns, (arn) => [
      arn,
      { standing: standing.get(arn) ?? "ordinary", ...reachOf(heldByPrincipal(report).get(arn) ?? []) },
    ]),
  );
});

function reachOf(held: readonly HeldOn[]): Omit<PrincipalReach, "standing"> {
  const duties: Partial<Record<Duty, DutyReach>> = {};
  const known = new Set<string>();
  const open = new Set<string>();
  for (const { stream, cell } of held) {
    const reach = duties[cell.duty] ?? nothing;
    const state = countedAs(cell);
    duties[cell.duty] = { ...reach, [state]: reach[state] + 1 };
    if (state === "held") known.add(stream.arn);
    if (state === "unknown") open.add(stream.arn);
  }
  const unknownStreams = [...open].filter((arn) => !known.has(arn)).length;
  return { streams: known.size, unknownStreams, duties };
}

function countedAs(cell: DutyCell): keyof DutyReach {
  if (isHeld(cell)) return "held";
  return stateOf(cell) === "blocked" ? "blocked" : "unknown";
}
