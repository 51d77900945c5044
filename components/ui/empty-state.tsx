import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Where there is nothing to list: why, and what to do. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="px-6 py-12 text-center">
      <p className="font-semibold">{title}</p>
      <div className="mx-auto mt-1 max-w-[64ch] text-muted">{children}</div>
    </div>
  );
}
