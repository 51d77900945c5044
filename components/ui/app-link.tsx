import Link from "next/link";
import type { ReactNode } from "react";
import type { Target } from "@/components/links";

interface AppLinkProps {
  readonly to: Target;
  readonly children: ReactNode;
  readonly className?: string;
  /** Stays where the reader is, for a choice within the page. */
  readonly keepScroll?: boolean;
  readonly current?: "page" | "true" | undefined;
  readonly label?: string;
}

/** A link of ours. It fetches nothing before it is followed: a table of links would ask the server for each. */
export function AppLink({ to, children, className, keepScroll = false, current, label }: AppLinkProps) {
  return (
    <Link
      href={to}
      prefetch={false}
      scroll={!keepScroll}
      aria-current={current}
      aria-label={label}
      className={className ?? textLink}
    >
      {children}
    </Link>
  );
}

export const textLink =
  "text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent";
