import type { Target } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly name: string; readonly to: Target; readonly current: boolean }[];
}

/** The parts of a page, one at a time; each has its own address. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav aria-label={label} className="border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {tabs.map(({ name, to, current }) => (
          <li key={name}>
            <AppLink
              to={to}
              keepScroll
              current={current ? "page" : undefined}
              className="inline-flex h-9 items-center border-b-2 border-transparent text-muted hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
            >
              {name}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
