import type { Go, Query } from "@/components/links";
import { Chip } from "@/components/ui/chip";
import { ChipGroup } from "@/components/ui/chip-group";

export interface FilterGroup {
  readonly parameter: string;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
}

interface FilterChipsProps {
  readonly groups: readonly FilterGroup[];
  /** The filters in force, by parameter. */
  readonly query: Query;
  readonly pathname: string;
  readonly go: Go;
}

/** Filters as chips; a chosen one is taken back by following it again. The page begins anew with each. */
export function FilterChips({ groups, query, pathname, go }: FilterChipsProps) {
  if (groups.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      {groups.map(({ parameter, name, options }) => (
        <ChipGroup key={parameter} name={name}>
          {options.map(({ value, words }) => {
            const chosen = query[parameter] === value;
            return (
              <Chip
                key={value}
                chosen={chosen}
                to={go(pathname, { ...query, page: undefined, [parameter]: chosen ? undefined : value })}
              >
                {words}
              </Chip>
            );
          })}
        </ChipGroup>
      ))}
    </div>
  );
}

/** The words of a filter in force, e.g. `Severity: High`. */
export function filterWords(groups: readonly FilterGroup[], parameter: string, value: string): string {
  const group = groups.find((known) => known.parameter === parameter);
  const option = group?.options.find((known) => known.value === value);
  return `${group?.name ?? parameter}: ${option?.words ?? value}`;
}
