import type { Report } from "@/lib/model/report";

/** The IAM actions that a check's verdicts rested on, or would have, in a scan. */
export function actionsOf(
  { streams, accountVerdicts }: Pick<Report, "streams" | "accountVerdicts">,
  checkId: string,
): string[] {
  const verdicts = [...streams.flatMap((stream) => stream.verdicts), ...accountVerdicts];
  const actions = verdicts
    .filter((verdict) => verdict.checkId === checkId)
    .flatMap(({ reads, gaps }) => [...reads, ...gaps].map(({ action }) => action));
  return [...new Set(actions)].toSorted();
}
