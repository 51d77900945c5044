import type { Target } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { quietButton } from "@/components/ui/button-classes";

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly to: (page: number) => Target;
}

/** From page to page; nothing where there is one only. */
export function Pager({ page, pages, to }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav
      aria-label="Pages"
      className="flex items-center justify-center gap-3 border-t border-line p-3 text-sm"
    >
      {page > 1 && (
        <AppLink to={to(page - 1)} className={quietButton}>
          Previous
        </AppLink>
      )}
      <span className="text-muted">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <AppLink to={to(page + 1)} className={quietButton}>
          Next
        </AppLink>
      )}
    </nav>
  );
}
