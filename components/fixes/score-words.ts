import type { Score } from "@/lib/model/report";

/** `39 of 100, F`, `39 to 52 of 100, F`; a dash where nothing is judged. */
export function scoreWords(score: Score | null): string {
  if (score === null) return "—";
  const { worst, best, grade } = score;
  return `${worst === best ? worst : `${worst} to ${best}`} of 100, ${grade}`;
}
