import type { HolderCount } from "@/components/duties/data-holders";
import { formatCount } from "@/lib/format/count-of";

interface HolderCountProps {
  readonly count: HolderCount;
  /** Something that may hide further holders could not be read. */
  readonly isOpen: boolean;
}

/** How many hold something; what could not be told is never left out. */
export function HolderFigure({ count: { held, unknown }, isOpen }: HolderCountProps) {
  return (
    <>
      {formatCount(held)}
      {unknown > 0 && (
        <span className="text-unknown">
          {" "}
          +{formatCount(unknown)}?<span className="sr-only"> unknown</span>
        </span>
      )}
      {isOpen && (
        <span className="block text-unknown" title="Not everything that may name a holder could be read.">
          or more
        </span>
      )}
    </>
  );
}
