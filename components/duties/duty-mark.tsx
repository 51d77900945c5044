import { stateWordsOf } from "@/components/duties/state-words";
import type { DutyCell } from "@/lib/model/duty";
import { isKeyUnread, stateOf, type DutyState } from "@/lib/model/duty-state";

interface DutyMarkProps {
  readonly cell: Pick<DutyCell, "access" | "key">;
  /** The word beside the drawing; without it the one who uses the mark says it. */
  readonly withWord?: boolean;
}

/** The mark of a cell, the same everywhere: full, half, barred by the key, or a violet dashed ring. */
export function DutyMark({ cell, withWord = false }: DutyMarkProps) {
  const state = stateOf(cell);
  const ring = isKeyUnread(cell);
  return (
    <span className={`inline-flex items-center gap-1.5 ${withWord ? inks[state] : ""}`}>
      <svg aria-hidden="true" viewBox="0 0 18 18" className={`size-[18px] shrink-0 ${inks[state]}`}>
        {drawings[state]}
        {ring && (
          <circle
            cx="9"
            cy="9"
            r="8"
            fill="none"
            className="stroke-unknown"
            strokeWidth="1.5"
            strokeDasharray="2.6 2.4"
          />
        )}
      </svg>
      {withWord && <span className="font-medium">{stateWordsOf(cell)}</span>}
    </span>
  );
}

const inks: Readonly<Record<DutyState, string>> = {
  allowed: "text-ink",
  conditional: "text-ink",
  unknown: "text-unknown",
  blocked: "text-muted",
};

const outline = { cx: 9, cy: 9, r: 4.75, fill: "none", stroke: "currentColor", strokeWidth: 1.5 } as const;

const drawings = {
  allowed: <circle cx="9" cy="9" r="5.5" fill="currentColor" />,
  conditional: (
    <>
      <circle {...outline} />
      <path d="M9 4.25a4.75 4.75 0 0 0 0 9.5z" fill="currentColor" />
    </>
  ),
  unknown: <circle {...outline} r={6} strokeWidth={1.75} strokeDasharray="2.6 2.1" />,
  blocked: (
    <>
      <circle {...outline} />
      <path d="M5.6 12.4l6.8-6.8" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
} as const;
