import type { ReactNode } from "react";

interface ChipGroupProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** The choices of one filter. */
export function ChipGroup({ name, children }: ChipGroupProps) {
  return (
    <fieldset className="chips flex flex-wrap items-center gap-1.5">
      <legend className="float-start me-1 text-sm text-muted">{name}</legend>
      {children}
    </fieldset>
  );
}
