import type { FilterGroup } from "@/components/ui/filter-chips";
import type { Report } from "@/lib/model/report";
import { accountsIn } from "@/lib/model/scan-scope";

/** Chips of accounts and Regions, where there is something to choose. */
export function placeGroups({ scan }: Pick<Report, "scan">): FilterGroup[] {
  return [accountGroup(scan), choice("region", "Region", scan.regions)].filter(
    ({ options }) => options.length > 1,
  );
}

/** Of accounts alone, for what has no Region. */
export function accountGroups({ scan }: Pick<Report, "scan">): FilterGroup[] {
  return [accountGroup(scan)].filter(({ options }) => options.length > 1);
}

function accountGroup(scan: Report["scan"]): FilterGroup {
  return choice("account", "Account", accountsIn(scan));
}

function choice(parameter: string, name: string, values: readonly string[]): FilterGroup {
  return { parameter, name, options: values.map((value) => ({ value, words: value })) };
}
