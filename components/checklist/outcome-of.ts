import type { Report } from "@/lib/model/report";

/** How many streams pass a check and how many do not, in a few words. */
export function outcomeOf({ streams }: Pick<Report, "streams">, checkId: string): string {
  const statuses = streams.flatMap(({ verdicts }) =>
    verdicts.filter((verdict) => verdict.checkId === checkId).map(({ status }) => status),
  );
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
  const judged = count("pass") + count("fail") + count("unknown");
  if (judged === 0) return "applies to no stream of the newest scan";
  return `${count("pass")} of ${judged} streams pass`;
}
