import type { Score } from "@/lib/model/report";

/** 0 to 100: filled to `worst`, hatched from there to `best`. */
export function ScoreBar({ score: { worst, best } }: { readonly score: Pick<Score, "worst" | "best"> }) {
  return (
    <svg aria-hidden="true" className="block h-2 w-full rounded-full">
      <rect width="100%" height="100%" className="fill-sunken" />
      <rect x={`${worst}%`} width={`${best - worst}%`} height="100%" fill="url(#hatch)" />
      <rect width={`${worst}%`} height="100%" className="fill-ink" />
    </svg>
  );
}
