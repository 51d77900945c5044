import { ScoreBar } from "@/components/score/score-bar";
import { scoreWords } from "@/components/score/score-line";
import { AppLink } from "@/components/ui/app-link";
import type { Go } from "@/components/links";
import { streamPath } from "@/components/links";
import { countOf } from "@/lib/format/count-of";
import type { Report } from "@/lib/model/report";

interface ScoreFigureProps {
  readonly report: Pick<Report, "overall" | "streams">;
  readonly go: Go;
}

/** The account's score, what holds it down, and the stream that is lowest. */
export function ScoreFigure({ report, go }: ScoreFigureProps) {
  const { score, lowestStreamArn } = report.overall;
  const lowest = report.streams.find(({ arn }) => arn === lowestStreamArn);
  return (
    <section aria-label="Score" className="rounded-md border border-line bg-surface p-4">
      {score ? (
        <>
          <p className="flex items-baseline gap-2">
            <span className="sr-only">Score {scoreWords(score)}</span>
            <span aria-hidden="true" className="text-figure font-semibold tracking-tight">
              {score.worst}
            </span>
            <span aria-hidden="true" className="text-muted">
              {score.best > score.worst && <>to {score.best} </>}of 100
            </span>
            <span aria-hidden="true" className="ms-auto text-xl font-semibold">
              {score.grade}
            </span>
          </p>
          <div className="mt-3">
            <ScoreBar score={score} />
          </div>
        </>
      ) : (
        <p className="text-lg font-semibold">Not scored</p>
      )}
      <div className="mt-3 grid gap-1 text-sm text-muted">
        <p>
          Mean of {countOf(report.streams.length, "stream")}, under the caps of what is judged account-wide.
        </p>
        {score && score.best > score.worst && (
          <p>The hatched part is not known: facts that could not be read.</p>
        )}
        {score?.cap && (
          <p>
            Held at {score.cap.at} by{" "}
            {score.cap.checkIds.map((checkId, index) => (
              <span key={checkId}>
                {index > 0 && ", "}
                <AppLink to={go("/findings", { check: checkId })}>{checkId}</AppLink>
              </span>
            ))}
            .
          </p>
        )}
        {lowest?.score && (
          <p>
            Lowest: <AppLink to={go(streamPath(lowest))}>{lowest.name}</AppLink>, {scoreWords(lowest.score)}.
          </p>
        )}
      </div>
    </section>
  );
}
