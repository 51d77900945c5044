"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

interface MenuProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
}

/** What opens and closes; following a link in it closes it, because the next page gets a new one. */
export function Menu({ label, children }: MenuProps) {
  return (
    <details key={usePathname()} className="rail:hidden">
      <summary className="flex h-10 items-center gap-2 px-4">{label}</summary>
      <div className="border-t border-line px-2 py-2">{children}</div>
    </details>
  );
}
