import { dutyWords } from "@/components/duties/duty-words";
import type { PrincipalRow } from "@/components/principals/principal-table";
import { accountGroups } from "@/components/report/place-groups";
import type { FilterGroup } from "@/components/ui/filter-chips";
import type { Report } from "@/lib/model/report";
import { isArnIn } from "@/lib/model/place";
import { duties } from "@/lib/model/duty";
import type { PrincipalReach } from "@/lib/model/principal-reach";

/** What narrows the list of principals; a value that is no choice leaves nothing. */
export interface PrincipalFilter {
  readonly q: string | undefined;
  readonly account: string | undefined;
  readonly kind: string | undefined;
  readonly holds: string | undefined;
}

const fixedGroups: readonly FilterGroup[] = [
  {
    parameter: "kind",
    name: "Kind",
    options: [
      { value: "user", words: "Users" },
      { value: "group", words: "Groups" },
      { value: "role", words: "Roles" },
      { value: "external", words: "External" },
    ],
  },
  {
    parameter: "holds",
    name: "Holds",
    options: [
      ...duties.map((duty) => ({ value: duty, words: dutyWords[duty].name })),
      { value: "administrator", words: "Is administrator" },
      { value: "unknown", words: "Unknown" },
      { value: "none", words: "Nothing" },
    ],
  },
];

export function principalFilterGroups(report: Pick<Report, "scan">): FilterGroup[] {
  return [...accountGroups(report), ...fixedGroups];
}

export function filterPrincipals(
  rows: readonly PrincipalRow[],
  { q, account, kind, holds }: PrincipalFilter,
): PrincipalRow[] {
  const wanted = q?.toLowerCase();
  return rows.filter(
    ({ arn, kind: own, reach }) =>
      (wanted === undefined || arn.toLowerCase().includes(wanted)) &&
      (account === undefined || isArnIn({ account }, arn)) &&
      (kind === undefined || own === kind) &&
      (holds === undefined || matchesHolding(reach, holds)),
  );
}

function matchesHolding(reach: PrincipalReach | undefined, holds: string): boolean {
  const isAdministrator = reach !== undefined && reach.standing !== "ordinary";
  const all = reach ? Object.values(reach.duties) : [];
  if (holds === "administrator") return isAdministrator;
  if (holds === "unknown") return all.some(({ unknown }) => unknown > 0);
  if (holds === "none") return !isAdministrator && all.every(({ held, unknown }) => held + unknown === 0);
  const duty = duties.find((known) => known === holds);
  if (!duty) return false;
  return reach?.standing === "account-administrator" || (reach?.duties[duty]?.held ?? 0) > 0;
}
