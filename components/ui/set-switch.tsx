import { linksFor, type Query } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import type { CheckSet } from "@/lib/model/scan";

interface SetSwitchProps {
  readonly shown: CheckSet;
  readonly pathname: string;
  readonly query?: Query | undefined;
}

const words: Readonly<Record<CheckSet, string>> = { course: "Course checks", full: "All checks" };

/** Which checks count: the course's own points, or those and the extended ones. */
export function SetSwitch({ shown, pathname, query }: SetSwitchProps) {
  return (
    <fieldset
      aria-label="Checks that count"
      className="inline-flex rounded-md border border-line-strong p-0.5"
    >
      {(["full", "course"] as const).map((set) => (
        <AppLink
          key={set}
          to={linksFor(set)(pathname, query)}
          keepScroll
          current={set === shown ? "true" : undefined}
          className="inline-flex h-[26px] items-center rounded px-2.5 text-sm text-muted hover:text-ink aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink"
        >
          {words[set]}
        </AppLink>
      ))}
    </fieldset>
  );
}
