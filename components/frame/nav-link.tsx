"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";

interface NavLinkProps {
  readonly path: string;
  readonly children: ReactNode;
}

/** A link of the rail: it marks where the reader is and keeps the chosen set of checks. */
export function NavLink({ path, children }: NavLinkProps) {
  const pathname = usePathname();
  const set = useSearchParams().get("set");
  const here = path === "/" ? pathname === "/" : pathname === path || pathname.startsWith(`${path}/`);

  return (
    <Link
      prefetch={false}
      href={{ pathname: path, query: set === null ? {} : { set } }}
      aria-current={here ? "page" : undefined}
      className="flex h-8 items-center gap-2.5 rounded-md px-2.5 text-muted hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink"
    >
      {children}
    </Link>
  );
}
