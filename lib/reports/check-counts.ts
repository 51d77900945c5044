import type { Report } from "@/lib/model/report";
import type { VerdictStatus } from "@/lib/model/verdict";

type Counts = Partial<Record<VerdictStatus, number>>;

/** How often each check came to each status, every verdict once at its own scope. */
export function checkCounts({ streams, accountVerdicts }: Report): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  const add = ({ checkId, status }: { readonly checkId: string; readonly status: VerdictStatus }) => {
    const of = counts.get(checkId) ?? {};
    of[status] = (of[status] ?? 0) + 1;
    counts.set(checkId, of);
  };
  for (const verdict of accountVerdicts) add(verdict);
  for (const { verdicts } of streams)
    for (const verdict of verdicts) if (verdict.scope === "stream") add(verdict);
  return counts;
}
