import { ScoreBar } from "@/components/score/score-bar";
import type { Score } from "@/lib/model/report";

export function scoreWords(score: Score | null): string {
  if (!score) return "No score";
  const { worst, best, grade } = score;
  return `${best > worst ? `${worst} to ${best}` : worst} of 100, grade ${grade}`;
}

/** A score is never a lone number: worst, the interval as a bar, and the grade. */
export function ScoreLine({ score }: { readonly score: Score | null }) {
  if (!score) return <span className="text-muted">— not scored</span>;
  const { worst, best, grade } = score;
  return (
    <span className="grid grid-cols-[28px_minmax(56px,1fr)_20px] items-center gap-2">
      <span className="sr-only">{scoreWords(score)}</span>
      <span aria-hidden="true" className="text-end font-semibold">
        {worst}
      </span>
      <span aria-hidden="true" title={best > worst ? `${worst} to ${best}` : String(worst)}>
        <ScoreBar score={score} />
      </span>
      <GradeBadge grade={grade} />
    </span>
  );
}

export function GradeBadge({ grade }: { readonly grade: Score["grade"] }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-5 place-items-center rounded border border-line-strong font-mono text-xs font-semibold"
    >
      {grade}
    </span>
  );
}
